//! The one table of findings.
//!
//! A finding's id is the stem of everything that belongs to it: the messages `<id>` (one sentence),
//! `<id>_meaning` (what it means), `<id>_do` for what lowers an answer (what a person can do), `<id>_owner` for what
//! the site's owner can mend (cautions, dangers and faults), and the test folder `tests/corpus/<id>*`.

use serde::{Deserialize, Serialize};

/// How much a finding weighs. Levels cap, they never add up: the gravest one decides its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Level {
    Good,
    /// Worth telling; changes no answer.
    Info,
    /// Something that the answer needs could not be judged: takes a good answer away.
    Unknown,
    Caution,
    Danger,
}

impl Level {
    pub const GRAVEST_FIRST: [Level; 5] =
        [Level::Danger, Level::Caution, Level::Unknown, Level::Info, Level::Good];
}

/// The question that a finding bears on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Question {
    /// Is the line private?
    Connection,
    /// Whose site is this?
    Identity,
    /// Where does what is typed go?
    Destination,
}

/// What a person may be about to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Action {
    Browse,
    SignIn,
    Pay,
}

/// A value inside a message, typed so that whoever paints it can set it properly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub enum Argument {
    Text(String),
    /// A host or address: fixed-width, left to right, isolated.
    Host(String),
    /// Milliseconds since 1970-01-01 UTC, shown as a day.
    Date(i64),
    Number(i64),
    /// The key of another message without arguments.
    Key(String),
}

/// A sentence still to be spoken: its key in `_locales` and what fills its placeholders, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Message {
    pub key: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arguments: Vec<Argument>,
    /// Chooses the plural form: the painter appends `_one`, `_few`, `_many` or `_other` to the key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}

impl Message {
    pub fn new(key: impl Into<String>) -> Message {
        Message { key: key.into(), arguments: Vec::new(), count: None }
    }

    pub fn counted(key: impl Into<String>, count: u32) -> Message {
        Message { key: key.into(), arguments: vec![Argument::Number(count.into())], count: Some(count) }
    }

    pub fn with(mut self, argument: Argument) -> Message {
        self.arguments.push(argument);
        self
    }

    pub fn host(self, host: impl Into<String>) -> Message {
        self.with(Argument::Host(host.into()))
    }

    pub fn text(self, text: impl Into<String>) -> Message {
        self.with(Argument::Text(text.into()))
    }

    pub fn date(self, milliseconds: i64) -> Message {
        self.with(Argument::Date(milliseconds))
    }

    pub fn number(self, number: i64) -> Message {
        self.with(Argument::Number(number))
    }

    pub fn key(self, key: impl Into<String>) -> Message {
        self.with(Argument::Key(key.into()))
    }
}

/// One thing that a judge noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Finding {
    pub id: Id,
    pub level: Level,
    pub question: Question,
    /// Fills the placeholders of every message of this finding.
    pub arguments: Vec<Argument>,
    /// The actions it bears on; empty for all.
    pub on: Vec<Action>,
    /// The frame in which it was seen; none for the tab as a whole.
    pub frame: Option<i64>,
}

impl Finding {
    pub fn new(id: Id) -> Finding {
        let rule = id.rule();
        Finding {
            id,
            level: rule.level,
            question: rule.question,
            arguments: Vec::new(),
            on: Vec::new(),
            frame: None,
        }
    }

    pub fn with(mut self, argument: Argument) -> Finding {
        self.arguments.push(argument);
        self
    }

    pub fn host(self, host: impl Into<String>) -> Finding {
        self.with(Argument::Host(host.into()))
    }

    pub fn text(self, text: impl Into<String>) -> Finding {
        self.with(Argument::Text(text.into()))
    }

    pub fn date(self, milliseconds: i64) -> Finding {
        self.with(Argument::Date(milliseconds))
    }

    pub fn number(self, number: i64) -> Finding {
        self.with(Argument::Number(number))
    }

    pub fn key(self, key: impl Into<String>) -> Finding {
        self.with(Argument::Key(key.into()))
    }

    pub fn on(mut self, action: Action) -> Finding {
        self.on.push(action);
        self
    }

    pub fn in_frame(mut self, frame: i64) -> Finding {
        self.frame = Some(frame);
        self
    }

    /// Whether it bears on this action.
    pub fn bears_on(&self, action: Action) -> bool {
        let asks_nothing = action == Action::Browse && self.question == Question::Destination;
        !asks_nothing && (self.on.is_empty() || self.on.contains(&action))
    }

    /// The message with this suffix (empty, `_do`, `_owner`, `_meaning`), filled with the arguments.
    pub fn message(&self, suffix: &str) -> Message {
        Message { key: format!("{}{suffix}", self.id.name()), arguments: self.arguments.clone(), count: None }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub name: &'static str,
    pub level: Level,
    pub question: Question,
    /// Why this is a finding, for whoever maintains it; not shipped to browsers.
    #[cfg(not(target_arch = "wasm32"))]
    pub why: &'static str,
    /// The standard and its section, or the study or policy it rests on; not shipped to browsers.
    #[cfg(not(target_arch = "wasm32"))]
    pub source: &'static str,
}

macro_rules! findings {
    ($($id:ident $name:literal $level:ident $question:ident $why:literal $source:literal;)*) => {
        /// Every finding there is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub enum Id { $(#[serde(rename = $name)] $id,)* }

        impl Id {
            pub const ALL: &[Id] = &[$(Id::$id,)*];

            pub fn rule(self) -> Rule {
                match self { $(Id::$id => Rule {
                    name: $name, level: Level::$level, question: Question::$question,
                    #[cfg(not(target_arch = "wasm32"))]
                    why: $why,
                    #[cfg(not(target_arch = "wasm32"))]
                    source: $source,
                },)* }
            }

            pub fn name(self) -> &'static str {
                self.rule().name
            }
        }
    };
}

impl Id {
    /// Part of the page was not looked at: it may ask for anything.
    pub fn is_unseen(self) -> bool {
        matches!(self, Id::FormNotLooked | Id::FormFrameNotLooked | Id::FormTooMuch)
    }

    /// A rule that the certificate's issuer did not keep: mostly harmless for who shops here, and still something to
    /// mend.
    pub fn is_fault(self) -> bool {
        matches!(
            self,
            Id::CertificateCaFlag
                | Id::CertificateCt
                | Id::CertificateEku
                | Id::CertificateInternalOrReservedName
                | Id::CertificateKeyUsage
                | Id::CertificateMalformed
                | Id::CertificateNames
                | Id::CertificatePath
                | Id::CertificateQwac
                | Id::CertificateRevocationEndpoints
                | Id::CertificateValidationType
                | Id::CertificateValidityMalformed
                | Id::CertificateValidityTooLong
                | Id::CertificateWeakKey
                | Id::CertificateWeakSignature
        )
    }
}

findings! {
    // ── the line ─────────────────────────────────────────────────────────────────────────────────
    LineEncrypted "line_encrypted" Good Connection
        "The browser loaded the page over https and no certificate error came before." "RFC 8446";
    LineLocal "line_local" Good Connection
        "Loopback never leaves this device." "W3C Secure Contexts 3.1; RFC 6761 6.3";
    LineLocalNetwork "line_local_network" Caution Connection
        "Only who is on the same local network can read along, over http or with a certificate that nobody vouches for."
        "RFC 1918; RFC 6762";
    LineNotEncrypted "line_not_encrypted" Danger Connection
        "Over http anyone on the way can read and change everything." "RFC 9110 17.1";
    LineErrorOverridden "line_error_overridden" Danger Connection
        "Somebody in the middle looks just like this certificate error." "RFC 5280 6; Felt 2015";
    LineNotWatched "line_not_watched" Unknown Connection
        "The page was open before the extension looked; how it came here was not seen." "CONTRIBUTING, what never changes, 2";
    LineLoadFailed "line_load_failed" Unknown Connection
        "The browser shows its own error page; there is no site to judge." "CONTRIBUTING, what never changes, 2";
    LinePageClosed "line_page_closed" Unknown Connection
        "The browser keeps this page closed to extensions." "CONTRIBUTING, what never changes, 2";

    LineBroken "line_broken" Danger Connection
        "Anyone on the way can undo this encryption." "RFC 7568; RFC 9325 4.1";
    LineWeak "line_weak" Caution Connection
        "There are known ways to break it." "RFC 8996; RFC 7465; RFC 8429";
    LineOld "line_old" Info Connection
        "It works, and newer sites have better." "RFC 9325 4.1";
    MixedContentActive "mixed_content_active" Danger Connection
        "A script that came over http can be changed on its way and can read everything typed." "W3C Mixed Content 2";
    MixedContentFrame "mixed_content_frame" Caution Connection
        "A frame that came over http can be changed on its way." "W3C Mixed Content 2";
    MixedContentPassive "mixed_content_passive" Info Connection
        "A picture over http can be swapped, but reads nothing." "W3C Mixed Content 2";
    BasicSignInOpen "basic_sign_in_open" Danger Connection
        "A Basic sign-in over http sends the password in the open." "RFC 7617 4";
    SignInAskedByOther "sign_in_asked_by_other" Caution Connection
        "The browser's own sign-in window was opened by another host than the page's." "RFC 9110 11.6";

    // ── the certificate ──────────────────────────────────────────────────────────────────────────
    CertificateNameChecked "certificate_name_checked" Good Identity
        "The certificate was read and is for this name." "RFC 9525 6";
    BrowserCheckedName "browser_checked_name" Good Identity
        "The browser checked the certificate and did not show it to us." "CONTRIBUTING, what never changes, 2";
    IdentityThisDevice "identity_this_device" Good Identity
        "Loopback is answered by a program on this device." "RFC 6761 6.3";
    IdentityUnproven "identity_unproven" Unknown Identity
        "Over http nothing proves who answers." "RFC 9110 17.1";
    IdentityFirmNamed "identity_firm_named" Info Identity
        "The issuer claims to have checked an organisation; that is no sign of honesty." "BR 3.2.2.1; Thompson 2019";
    IdentityNoFirmNamed "identity_no_firm_named" Info Identity
        "A certificate for a name alone says nothing about who stands behind it." "BR 7.1.2.7.2";
    CertificateExpired "certificate_expired" Danger Identity
        "Past notAfter nobody vouches for the key any more." "RFC 5280 4.1.2.5";
    CertificateEnded "certificate_ended" Info Identity
        "It was within its days when the browser accepted it for the page that is still open." "RFC 5280 4.1.2.5";
    CertificateNotYetValid "certificate_not_yet_valid" Danger Identity
        "Before notBefore nobody vouches for the key yet." "RFC 5280 4.1.2.5";
    CertificateDateWrong "certificate_date_wrong" Danger Identity
        "The browser refused its dates and did not show it." "RFC 5280 4.1.2.5";
    CertificateNameMismatch "certificate_name_mismatch" Danger Identity
        "The certificate is for other names." "RFC 9525 6";
    CertificateNameWrong "certificate_name_wrong" Danger Identity
        "The browser refused its names and did not show it." "RFC 9525 6";
    CertificateSelfSigned "certificate_self_signed" Danger Identity
        "Only the site itself vouches for the site." "RFC 5280 3.2";
    CertificateUnknownIssuer "certificate_unknown_issuer" Danger Identity
        "The browser does not know who issued it." "RFC 5280 6.1";
    CertificateRevoked "certificate_revoked" Danger Identity
        "Its issuer took it back." "RFC 5280 3.3";
    CertificateRefused "certificate_refused" Danger Identity
        "The browser refused it and did not say why." "RFC 5280 6.1";
    CertificateUnreadable "certificate_unreadable" Unknown Identity
        "Bytes that do not parse prove nothing." "X.690; RFC 5280 4";

    InterceptorKeyPublic "interceptor_key_public" Danger Connection
        "Anybody can have the key of this root and read along." "Superfish 2015; CERT VU#925497";
    LineReadByProgram "line_read_by_program" Info Connection
        "A program on this device, or the network's owner, looks into encrypted lines." "Durumeric 2017";
    CertificatePrivateRoot "certificate_private_root" Info Identity
        "Somebody added the root to this device; public rules do not bind it." "RFC 5280 6.1.1";
    CertificateTest "certificate_test" Info Identity
        "Its issuer made it for trying out." "letsencrypt.org/docs/staging-environment";
    CertificateDistrusted "certificate_distrusted" Caution Identity
        "Browsers gave this issuer up." "Chrome and Mozilla root program announcements";
    CertificateManyNames "certificate_many_names" Info Identity
        "One certificate for very many sites: a service stands in front of them." "RFC 5280 4.2.1.6";
    CertificateFirmChanged "certificate_firm_changed" Info Identity
        "Another firm is named than at an earlier visit." "Almuhimedi 2014";
    CertificateIssuerChanged "certificate_issuer_changed" Info Identity
        "Another issuer than at an earlier visit; a renewal by the same one says nothing." "RFC 7469 4";
    CertificateRootChanged "certificate_root_changed" Info Identity
        "The chain ends elsewhere than at an earlier visit." "RFC 5280 6.1.1";
    CertificateLevelChanged "certificate_level_changed" Info Identity
        "Something else was checked than at an earlier visit." "BR 7.1.6.1";
    CertificateWildcard "certificate_wildcard" Info Identity
        "A wildcard over an ending below which many people have sites tells none of them apart." "BR 3.2.2.6; publicsuffix.org";
    CertificateCaFlag "certificate_ca_flag" Info Identity
        "Who may sign for others is not said as the rules want it." "RFC 5280 4.2.1.9";
    CertificateCt "certificate_ct" Info Identity
        "Fewer public logs vouch for it than browsers ask for." "RFC 6962 3.3; Chrome CT Policy";
    CertificateEku "certificate_eku" Info Identity
        "What it may be used for is not said as the rules want it." "RFC 5280 4.2.1.12; BR 7.1.2.7.10";
    CertificateInternalOrReservedName "certificate_internal_or_reserved_name" Info Identity
        "Nobody outside can own an internal name or a reserved address." "BR 4.2.2";
    CertificateKeyUsage "certificate_key_usage" Info Identity
        "What the key may do is not said as the rules want it." "RFC 5280 4.2.1.3";
    CertificateMalformed "certificate_malformed" Info Identity
        "A part is not written as the rules want it." "RFC 5280 4; X.690";
    CertificateNames "certificate_names" Info Identity
        "Its names are not written as the rules want it." "RFC 5280 4.2.1.6; BR 7.1.4.2";
    CertificatePath "certificate_path" Info Identity
        "One above it may not vouch for it as the rules of paths go." "RFC 5280 6.1";
    CertificateQwac "certificate_qwac" Info Identity
        "The European statements are not as the rules want them." "EN 319 412-5";
    CertificateRevocationEndpoints "certificate_revocation_endpoints" Info Identity
        "Where to ask if it was taken back is not said as the rules want it." "BR 7.1.2.11.2";
    CertificateValidationType "certificate_validation_type" Info Identity
        "What it says of its owner does not fit what was checked." "BR 7.1.2.7; EVG 7.1.4.2";
    CertificateValidityMalformed "certificate_validity_malformed" Info Identity
        "Its days are not written as the rules want it." "RFC 5280 4.1.2.5";
    CertificateValidityTooLong "certificate_validity_too_long" Info Identity
        "It lives longer than the rules of its day allowed." "BR 6.3.2";
    CertificateWeakKey "certificate_weak_key" Info Identity
        "A weak key can be worked out by others." "BR 6.1.5, 6.1.6";
    CertificateWeakSignature "certificate_weak_signature" Info Identity
        "A weak signature can be forged." "BR 7.1.3.2";

    // ── the address ──────────────────────────────────────────────────────────────────────────────
    AddressIsNumber "address_is_number" Caution Identity
        "A bare IP address has no owner's name in it." "WHATWG URL 3.5";
    AddressLookalike "address_lookalike" Danger Identity
        "The host borrows a known name that its owner does not have." "UTS 39; Chromium lookalikes; Kintis 2017";
    AddressUnusual "address_unusual" Caution Identity
        "Many weak signs together: ending, length, hyphens, digits, words that lure." "src/address/score.rs";
    AddressNotReadable "address_not_readable" Caution Identity
        "Letters of other scripts pass for those a person knows." "UTS 39 5.2; Chromium IDN policy";
    AddressUserInfo "address_user_info" Caution Identity
        "What stands before the at sign looks like a host and is none." "RFC 3986 7.6";
    AddressLinkText "address_link_text" Caution Identity
        "The text of a link names one site and the link leads to another." "Chromium; Dhamija 2006";
    AddressPort "address_port" Info Identity
        "A port of its own: the same host can run another site beside it." "WHATWG URL 4.1";
    AddressAmongFiles "address_among_files" Caution Identity
        "A page that asks, in a folder where a site's program keeps its own files: put there in a break-in."
        "WordPress's own folders; RFC 8615; APWG";
    AddressOnPlatform "address_on_platform" Info Identity
        "Anyone can choose a name under this ending." "Public Suffix List, private section";

    // ── the forms ────────────────────────────────────────────────────────────────────────────────
    FormAsksNothing "form_asks_nothing" Good Destination
        "No field asks for a password, a card or personal data." "WHATWG HTML 4.10";
    FormToThisSite "form_to_this_site" Good Destination
        "What is typed goes to the site in the address bar." "WHATWG HTML 4.10.21";
    FormScriptOfThisSite "form_script_of_this_site" Good Destination
        "No form, or one that says of itself nothing of its way: this page takes what is typed, and its script sends it on." "WHATWG HTML 4.10.21";
    FormCardToKnown "form_card_to_known" Good Destination
        "A known payment firm receives the card number." "recipients table";
    FormToKnown "form_to_known" Good Destination
        "A known firm receives what is typed." "recipients table";
    FormCardCheck "form_card_check" Info Destination
        "A bank's own check stands where something is paid, on any of hundreds of hosts." "EMV 3-D Secure";
    FormNotEncrypted "form_not_encrypted" Danger Destination
        "What is typed leaves over http." "W3C Mixed Content 2; RFC 9110 17.1";
    FormFrameNotEncrypted "form_frame_not_encrypted" Danger Destination
        "The part of the page that asks came over http, or stands in one that did." "W3C Secure Contexts 3.1";
    FormPasswordToUnknown "form_password_to_unknown" Caution Destination
        "Another host than the site's own receives the password." "WHATWG HTML 4.10.21";
    FormCodeToUnknown "form_code_to_unknown" Caution Destination
        "Another host than the site's own receives the one-time code." "WHATWG HTML 4.10.21";
    FormCardToUnknown "form_card_to_unknown" Caution Destination
        "A host that is neither the site nor a known payment firm receives the card number." "recipients table";
    FormPersonalToUnknown "form_personal_to_unknown" Caution Destination
        "Another host than the site's own receives personal data." "WHATWG HTML 4.10.21";
    FormPasswordToProvider "form_password_to_provider" Caution Destination
        "A sign-in provider's password belongs on its own page, not into another site's form." "RFC 8252 8.12; OAuth 2.0 Security BCP";
    FormPosesAs "form_poses_as" Caution Identity
        "What the page says of itself is a known name's and the host is not: a copied sign-in page keeps it." "src/form/posing.rs";
    FormAsksPhrase "form_asks_phrase" Danger Destination
        "The words that open a wallet give it away for good, and its own program asks for them elsewhere." "BIP 39; every maker's own advice";
    FormToTenant "form_to_tenant" Caution Destination
        "Anyone can get a host of this kind; who set it up is not known." "recipients table";
    FormToBackend "form_to_backend" Caution Destination
        "A form mailer hands everything to whoever set it up." "recipients table";
    FormByMail "form_by_mail" Caution Destination
        "What is typed leaves as an e-mail, which is not private." "RFC 6068; RFC 5321 7.1";
    FormPasswordInAddress "form_password_in_address" Caution Destination
        "A password sent by GET stays in the address bar, the history and the server's log." "RFC 9110 9.3.1, 17.9";
    FormNumberInAddress "form_number_in_address" Caution Destination
        "A number of a card, an account or a person sent by GET stays in the same places." "RFC 9110 9.3.1, 17.9";
    FormScriptSends "form_script_sends" Unknown Destination
        "The page's own script sends what is typed, to wherever it likes." "WHATWG HTML 4.10.21.3";
    FormNotLooked "form_not_looked" Unknown Destination
        "The page did not answer, so what it asks for was not seen." "CONTRIBUTING, what never changes, 2";
    FormFrameNotLooked "form_frame_not_looked" Info Destination
        "A part of the page from another host did not answer." "CONTRIBUTING, what never changes, 2";
    FormTooMuch "form_too_much" Unknown Destination
        "There was more in the page than was looked at." "CONTRIBUTING, what never changes, 2";

    // ── the seals ────────────────────────────────────────────────────────────────────────────────
    SealLeadsToIssuer "seal_leads_to_issuer" Info Identity
        "A click leads to the issuer, whose page speaks of this site; that is all a seal can show." "Van Goethem 2014";
    SealCannotTell "seal_cannot_tell" Info Identity
        "The code holds a number that only the issuer can read." "Van Goethem 2014";
    SealNamesSibling "seal_names_sibling" Info Identity
        "Shops have one name under many endings; so do those who copy them." "the catalogue of seals";
    SealPictureByDesign "seal_picture_by_design" Info Identity
        "Some issuers hand out a plain picture; nothing can be checked." "the catalogue of seals";
    SealOnlyMark "seal_only_mark" Info Identity
        "A brand's mark verifies nobody." "the catalogue of seals";
    SealSelfMade "seal_self_made" Info Identity
        "A made-up seal raises trust as much as a real one." "Baymard 2016";
    SealDiscontinued "seal_discontinued" Info Identity
        "Nobody stands behind a seal that its issuer gave up." "the catalogue of seals";
    SealShowsNothing "seal_shows_nothing" Info Identity
        "Issuers' code draws nothing on a site that they do not vouch for." "DigiCert site seal documents";
    SealCopiedPicture "seal_copied_picture" Info Identity
        "Anyone can copy a picture." "Edelman 2006";
    SealLooksCopied "seal_looks_copied" Info Identity
        "A picture that looks like a seal and leads nowhere: anyone can copy it." "Edelman 2006";
    SealLeadsElsewhere "seal_leads_elsewhere" Info Identity
        "Only the issuer can say whose a seal is." "Van Goethem 2014";
    SealOtherAuthority "seal_other_authority" Info Identity
        "An authority's seal says nothing about a connection that another one's certificate protects." "RFC 5280 3.2";
    SealNamesAnother "seal_names_another" Caution Identity
        "The seal was given to another site." "Van Goethem 2014";
    SealNamesAnotherAsked "seal_names_another_asked" Danger Identity
        "A page that asks for a password or card shows a seal that was given to another site." "Van Goethem 2014";
    SealLeadsToImitation "seal_leads_to_imitation" Caution Identity
        "The seal leads to a host made to be taken for the issuer." "Verbraucherzentrale Niedersachsen 2021";
    SealLeadsToImitationAsked "seal_leads_to_imitation_asked" Danger Identity
        "A page that asks for a password or card shows a seal whose issuer is imitated." "Verbraucherzentrale Niedersachsen 2021";
}
