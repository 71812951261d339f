//! What a field asks for.

/// What a field asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    CurrentPassword,
    NewPassword,
    /// A one-time code.
    Code,
    /// The words that open a wallet.
    WalletPhrase,
    UserName,
    Email,
    CardNumber,
    CardExpiry,
    SecurityCode,
    CardHolder,
    BankAccount,
    NationalId,
    BirthDate,
    Address,
    Phone,
    Name,
    Search,
    /// Made for robots; a person neither sees nor fills it.
    Honeypot,
    Other,
}

impl Kind {
    /// The autofill detail tokens of WHATWG HTML 4.10.18.7.1.
    pub fn of_token(word: &str) -> Option<Kind> {
        Some(match word {
            "current-password" => Kind::CurrentPassword,
            "new-password" => Kind::NewPassword,
            "one-time-code" => Kind::Code,
            "username" => Kind::UserName,
            "email" => Kind::Email,
            "cc-number" => Kind::CardNumber,
            "cc-exp" | "cc-exp-month" | "cc-exp-year" => Kind::CardExpiry,
            "cc-csc" => Kind::SecurityCode,
            "cc-name" | "cc-given-name" | "cc-family-name" => Kind::CardHolder,
            "bday" | "bday-day" | "bday-month" | "bday-year" => Kind::BirthDate,
            "street-address" | "address-line1" | "address-line2" | "address-line3" | "address-level1"
            | "address-level2" | "address-level3" | "address-level4" | "country" | "country-name"
            | "postal-code" => Kind::Address,
            "tel" | "tel-national" | "tel-local" => Kind::Phone,
            "name" | "given-name" | "family-name" | "additional-name" => Kind::Name,
            _ => return None,
        })
    }

    /// A password, or what opens as one does.
    pub fn is_password(self) -> bool {
        matches!(self, Kind::CurrentPassword | Kind::NewPassword | Kind::WalletPhrase)
    }

    /// A password or a one-time code.
    pub fn signs_in(self) -> bool {
        self.is_password() || self == Kind::Code
    }

    /// What an account goes by.
    pub fn names_account(self) -> bool {
        matches!(self, Kind::Email | Kind::UserName | Kind::Phone)
    }

    pub fn is_card(self) -> bool {
        matches!(self, Kind::CardNumber | Kind::CardExpiry | Kind::SecurityCode | Kind::CardHolder)
    }

    /// Whoever has it can do harm with it.
    pub fn is_secret(self) -> bool {
        self.signs_in() || self.is_card() || matches!(self, Kind::BankAccount | Kind::NationalId)
    }

    pub fn is_personal(self) -> bool {
        matches!(
            self,
            Kind::BankAccount
                | Kind::NationalId
                | Kind::BirthDate
                | Kind::Address
                | Kind::Phone
                | Kind::Name
                | Kind::Email
                | Kind::UserName
        )
    }

    /// The message that names it in a list of what is typed; none for what nobody needs to be told of.
    pub fn message(self) -> Option<&'static str> {
        Some(match self {
            Kind::CurrentPassword | Kind::NewPassword => "kind_password",
            Kind::Code => "kind_code",
            Kind::WalletPhrase => "kind_phrase",
            Kind::UserName => "kind_user_name",
            Kind::Email => "kind_email",
            Kind::CardNumber => "kind_card_number",
            Kind::CardExpiry => "kind_card_expiry",
            Kind::SecurityCode => "kind_card_code",
            Kind::CardHolder | Kind::Name => "kind_name",
            Kind::BankAccount => "kind_bank_account",
            Kind::NationalId => "kind_national_id",
            Kind::BirthDate => "kind_birth_date",
            Kind::Address => "kind_address",
            Kind::Phone => "kind_phone",
            Kind::Search | Kind::Honeypot | Kind::Other => return None,
        })
    }
}
