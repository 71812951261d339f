//! What one field says of itself, without a look at its neighbours.

use super::Kind;
use super::fold::fold;
use super::words::*;
use crate::evidence::Field;

/// Bytes of folded text beyond which it is a paragraph, not a label.
const LONG_TEXT: usize = 90;
const LONG_LABEL: usize = 60;
/// Letters of what is read where nothing but a password is asked for; beside a field may stand "show password".
const LONG_PASSWORD: usize = 30;
const LONG_BESIDE: usize = 14;

/// What is asked for beside a card, and where cards are only spoken of.
static NOT_FOR_CARDS: [Words; 9] = [OTHER_CARD, EXPIRY, HOLDER, NAME, ADDRESS, PHONE, EMAIL, SEARCH, CONTACT];

/// What is asked for under a heading of passwords, and where they are only spoken of.
static NOT_FOR_PASSWORDS: [Words; 12] =
    [NO_PASSWORD, EMAIL, USER_NAME, PHONE, NAME, SEARCH, ONE_TIME, ONCE, CODE, RECOVERY, SIGN_IN, NOTHING];

/// A field and its folded texts.
pub struct Reading<'a> {
    pub field: &'a Field,
    /// Name, id and the like: written by whoever made the page.
    pub code: String,
    /// The last part of a name of several: `shipping_address[city]`, `user.name`, `ctl00$Main$txtEmail`.
    pub attribute: String,
    /// Label, placeholder, nearby text: written for a person.
    pub text: String,
    /// Both.
    pub both: String,
}

impl<'a> Reading<'a> {
    pub fn of(field: &'a Field) -> Reading<'a> {
        // A word between: nothing is met across the seam.
        let code = fold(&format!("{} x {}", field.name, field.id));
        let parts = field.name.rsplit(['[', ']', '.', '$', ':']);
        let last = parts.into_iter().find(|part| part.contains(char::is_alphabetic)).map(fold);
        let attribute = last.unwrap_or_default();
        // What follows the name of a field explains it.
        let label = match field.label.len() > LONG_LABEL {
            true => field.label.split([':', '*', '(', '.', '?']).find(|part| !part.trim().is_empty()),
            false => None,
        };
        let label = label.unwrap_or(&field.label);
        let text = fold(&format!("{label} {} {}", field.placeholder, field.nearby));
        let both = format!("{code}{text}");
        Reading { field, code, attribute, text, both }
    }

    pub fn says(&self, words: Words) -> bool {
        words.are_in(&self.both)
    }

    pub fn is_select(&self) -> bool {
        self.field.tag == "select"
    }

    pub fn is_password(&self) -> bool {
        self.field.r#type == "password"
    }

    /// What the field says without a look at its neighbours; but a name like that of the next is no trap's.
    /// Card fields are candidates until then.
    pub fn by_itself(&self, in_row: bool) -> Kind {
        let kind = self.asked();
        // What a person sees is no trap where it asks for what matters, whatever it is called.
        let asks = self.field.visible && kind.is_secret();
        let told = !self.is_silent() && self.text.len() <= LONG_TEXT && kind != Kind::Other;
        let spoken = self.field.visible && (in_row || told);
        let trap = self.says(HONEYPOT) || TRAP.are_in(&self.code) && !spoken;
        if trap && !asks { Kind::Honeypot } else { kind }
    }

    /// A person reads nothing at it.
    pub fn is_silent(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Its name, or what a person reads at it, is that of the other but for a number: `ssn1` and `ssn2`, “Word 1”
    /// and “Word 2”.
    pub fn follows(&self, before: &Reading) -> bool {
        let name = |Field { name, id, .. }: &Field| fold(if name.is_empty() { id } else { name });
        let next = |one: &str, other: &str| one != other && stem(one) == stem(other);
        self.field.form == before.field.form
            && (next(&name(before.field), &name(self.field)) || next(&before.text, &self.text))
    }

    fn asked(&self) -> Kind {
        let token = self.field.autocomplete.split_whitespace().filter_map(Kind::of_token).next_back();
        // Whatever its token and its name say.
        if self.shows_password() {
            return Kind::CurrentPassword;
        }
        if self.is_password() {
            return self.password_typed(token);
        }
        match token {
            // Sites put password tokens on other fields to keep browsers from filling them.
            Some(Kind::NewPassword | Kind::CurrentPassword) | None => {}
            Some(Kind::CardNumber) if self.is_other_card() => {}
            Some(kind @ (Kind::CardNumber | Kind::SecurityCode)) => return kind,
            Some(Kind::Phone) if EMAIL.are_in(&self.text) => return Kind::Email, // either will do
            Some(Kind::Code) => return self.labelled().or_else(|| self.no_code()).unwrap_or(Kind::Code),
            Some(kind) => return self.labelled().unwrap_or(kind),
        }
        let bare = match (self.field.tag.as_str(), self.field.r#type.as_str()) {
            (_, "search") => Kind::Search,
            (_, "email") => self.agreed().unwrap_or(Kind::Email),
            // It opens a wallet for good, and is mostly asked for in a box of several lines.
            ("input" | "textarea" | "editable", _) if self.says(RECOVERY_PHRASE) || self.says(WALLET_KEY) => {
                return Kind::CurrentPassword;
            }
            ("textarea", _) if ADDRESS.are_in(&self.both) => Kind::Address,
            ("textarea" | "editable", _) => Kind::Other,
            _ => return self.by_words(),
        };
        // None is made for a card; but a person reads the words, not what it is made of.
        self.labelled().unwrap_or(bare)
    }

    /// What else it asks for by its words: the token keeps browsers from filling it in.
    fn no_code(&self) -> Option<Kind> {
        let sent = [ONE_TIME, CODE, SENT].iter().any(|words| words.are_in(&self.text));
        let kind = self.by_one(&self.text).or_else(|| self.by_one(&self.code))?;
        let other = matches!(kind, Kind::Name | Kind::Address | Kind::NationalId | Kind::BirthDate);
        (other && (!sent || self.says(NOT_ONE_TIME))).then_some(kind)
    }

    /// What else both its label and its name say that it asks for: some make all their boxes of one sort.
    fn agreed(&self) -> Option<Kind> {
        let said = self.by_one(&self.text)?;
        let other = !said.names_account() && !matches!(said, Kind::Other | Kind::Search);
        (other && self.by_one(&self.code) == Some(said)).then_some(said)
    }

    /// A person reads that it asks for a password and for nothing else, whatever it is made of: the page may show
    /// what is typed, or hide it in a way of its own.
    fn shows_password(&self) -> bool {
        let Field { label, placeholder, visible, .. } = self.field;
        let most = if label.is_empty() && placeholder.is_empty() { LONG_BESIDE } else { LONG_PASSWORD };
        !self.is_select()
            && *visible
            && self.text.chars().count() <= most
            && PASSWORD.are_in(&self.text)
            && !NOT_FOR_PASSWORDS.iter().any(|other| other.are_in(&self.text))
    }

    fn password_typed(&self, token: Option<Kind>) -> Kind {
        match token {
            Some(kind @ (Kind::CardNumber | Kind::SecurityCode | Kind::Code)) => return kind,
            // Nobody is warned at a date: no password becomes one by its token alone.
            Some(kind @ Kind::CardExpiry) if EXPIRY.are_in(&self.text) && !self.says(PASSWORD) => {
                return kind;
            }
            _ => {}
        }
        if SECURITY_CODE.are_in(&self.both) {
            Kind::SecurityCode
        } else if token.is_none() && is_for_one_time(&self.text) {
            Kind::Code
        } else if self.says(PASSWORD) {
            Kind::CurrentPassword
        } else if ONE_TIME.are_in(&self.both) || is_sent(&self.text) {
            Kind::Code
        } else if is_card_number(&self.both) && self.long_enough() {
            Kind::CardNumber
        } else if NATIONAL_ID.are_in(&self.text) {
            Kind::NationalId
        } else if GIFT_CARD.are_in(&self.text) {
            Kind::Other
        } else {
            Kind::CurrentPassword
        }
    }

    /// What a person reads comes first; what only the page's maker reads, second. A whole paragraph beside
    /// a field speaks of many things.
    fn by_words(&self) -> Kind {
        let Field { label, placeholder, nearby, .. } = self.field;
        // What stands in the field is nearer to it than what stands before it.
        let both = !nearby.is_empty() && !placeholder.is_empty();
        let inside = || both.then(|| self.by_one(&fold(placeholder))).flatten();
        // An example of what it asks for.
        let mail =
            placeholder.split_once('@').is_some_and(|(_, host)| host.contains('.')) && !self.is_select();
        let mail = mail.then_some(Kind::Email);
        let said = || match self.by_one(&self.text) {
            // What is verified stands before it, what is typed in it.
            code @ Some(Kind::SecurityCode) => inside().filter(|kind| *kind == Kind::CardNumber).or(code),
            // Whatever stands in it: that may be there for us alone.
            number @ Some(Kind::CardNumber) => number,
            whole => mail.filter(|_| label.is_empty()).or_else(inside).or(whole),
        };
        let named = || {
            let last = Some(&self.attribute).filter(|attribute| !attribute.is_empty());
            last.and_then(|last| self.by_one(last)).or_else(|| self.by_one(&self.code))
        };
        // The heads of a row of columns name the number, and the date, and what else is asked for.
        let heads = label.is_empty() && CARD.are_in(&self.text) && NUMBER.are_in(&self.text);
        let several = heads && EXPIRY.are_in(&self.text);
        let found = match self.text.len() > LONG_TEXT {
            _ if several => named().filter(|kind| kind.is_card()).or_else(said),
            true => named().or_else(said),
            false => match said() {
                // An "address" may be one for mail.
                Some(Kind::Address) => match named() {
                    Some(kind @ (Kind::Email | Kind::UserName)) if !self.is_select() => Some(kind),
                    _ => Some(Kind::Address),
                },
                said => said.or_else(named),
            },
        };
        // Digits that nothing else was said of; but those of cards and dates are typed like that too.
        let tel = self.field.r#type == "tel"
            && !self.is_date_part()
            && self.field.most().is_none_or(|most| most > 6);
        found.or(mail).unwrap_or(if tel { Kind::Phone } else { Kind::Other })
    }

    fn by_one(&self, words: &str) -> Option<Kind> {
        let says = |list: Words| list.are_in(words);
        let typed = !self.is_select();
        let card = || {
            (!self.says(OTHER_CARD) && !self.says(NATIONAL_ID) || self.says(BANK_CARD))
                && !self.says(QUANTITY)
        };
        let code = [&self.code, &self.attribute].iter().any(|code| std::ptr::eq(words, code.as_str()));
        let found = if typed
            && (says(SECURITY_CODE) && (!code || !self.takes(10, 99))
                || says(CARD) && says(CODE_NEAR_CARD) && card())
            && !self.says(NOT_ONE_TIME)
        {
            Kind::SecurityCode
        } else if says(BIRTH) && !self.says(NOT_BIRTH) && !(code && OTHER_DAY.are_in(&self.text)) {
            Kind::BirthDate
        } else if typed
            && (says(CARD_HOLDER) || says(CARD) && (says(HOLDER) || says(NAME)))
            && ![ADDRESS, NATIONAL_ID, PHONE].iter().any(|other| says(*other))
            && card()
        {
            Kind::CardHolder
        } else if (says(EXPIRY) && self.field.r#type != "date" || !code && self.is_month_and_year())
            && !says(ISSUED)
            && !WHOLE_DATE.are_in(&self.text)
        {
            Kind::CardExpiry
        } else if typed
            && (is_card_number(words) || code && says(ACCOUNT_NUMBER))
            && !says(SOME_DIGITS)
            && self.long_enough()
            && card()
        {
            Kind::CardNumber
        } else if typed && says(BANK_ACCOUNT) {
            Kind::BankAccount
        } else if typed
            && (says(ONE_TIME)
                || !code
                    && (is_for_one_time(words) && says(PASSWORD)
                        || is_sent(words)
                        || self.takes_digits(4, 8) && says(CODE)))
            && !self.says(NOT_ONE_TIME)
            && !self.says(BOOKED)
        {
            // What is sent is longer.
            if self.takes(3, 3) { Kind::SecurityCode } else { Kind::Code }
        } else if typed && says(NATIONAL_ID) {
            Kind::NationalId
        } else if typed && !code && says(SEARCH) {
            Kind::Search
        } else if typed && says(EMAIL) && !says(NOT_EMAIL) {
            Kind::Email
        } else if typed
            && (says(USER_NAME) || code && self.code_ends(&["user", "usr"]))
            && !says(NOT_USER_NAME)
        {
            Kind::UserName
        } else if says(PHONE) {
            Kind::Phone
        } else if says(ADDRESS) {
            Kind::Address
        } else if typed && says(NAME) && !says(NOT_NAME) {
            Kind::Name
        } else if typed && code && says(SEARCH) {
            Kind::Search
        // A password field that shows what is typed.
        } else if typed && self.code_ends(&["password", "passwort", "passwd", "pass", "pwd", "senha"]) {
            Kind::CurrentPassword
        } else if !code && says(NOTHING) {
            Kind::Other
        } else {
            return None;
        };
        Some(found)
    }

    /// Whether the name or the id ends with one of these words.
    fn code_ends(&self, words: &[&str]) -> bool {
        [&self.field.name, &self.field.id].iter().any(|code| {
            let code = fold(code);
            words.iter().any(|word| stem(&code).rsplit(' ').next() == Some(word))
        })
    }

    /// It asks for digits, and for no more than so many.
    pub fn takes_digits(&self, least: u32, most: u32) -> bool {
        self.types_digits() && self.takes(least, most)
    }

    fn types_digits(&self) -> bool {
        let Field { r#type, input_mode, pattern, .. } = self.field;
        input_mode == "numeric" || r#type == "tel" || pattern.contains("\\d") || pattern.contains("0-9")
    }

    /// It says that it takes as many letters, or fewer.
    pub fn takes(&self, least: u32, most: u32) -> bool {
        self.field.most().is_some_and(|length| least <= length && length <= most)
    }

    /// `MM/YY` in any language: one letter twice, then another.
    fn is_month_and_year(&self) -> bool {
        let letters: Vec<char> = fold(&self.field.placeholder).chars().collect();
        let twice = |a: char, b: char, c: char, d: char| {
            a == b && c == d && a != c && a.is_alphabetic() && c.is_alphabetic()
        };
        matches!(letters[..], [' ', a, b, ' ', c, d, ' '] | [' ', a, b, ' ', c, d, _, _, ' '] if twice(a, b, c, d))
    }

    /// A person reads that it asks for a card's number or code, or for what opens a wallet, and for nothing else,
    /// whatever its token says.
    pub fn labelled(&self) -> Option<Kind> {
        let says = |words: Words| words.are_in(&self.text);
        if self.is_select() || self.text.len() > LONG_TEXT || NOT_FOR_CARDS.iter().any(|words| says(*words)) {
            None
        } else if says(RECOVERY_PHRASE) || says(WALLET_KEY) {
            Some(Kind::CurrentPassword)
        } else if says(SECURITY_CODE) {
            Some(Kind::SecurityCode)
        } else {
            (is_card_number(&self.text) && self.long_enough()).then_some(Kind::CardNumber)
        }
    }

    pub fn long_enough(&self) -> bool {
        self.field.most().is_none_or(|most| most >= 12)
    }
}

/// A folded name without the digits at its end.
pub fn stem(name: &str) -> &str {
    name.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ')
}

/// A card, and a word for its number; or what by itself says both.
pub fn is_card_number(words: &str) -> bool {
    CARD_NUMBER.are_in(words) || CARD.are_in(words) && NUMBER.are_in(words)
}

/// Good for one time, and no code beside it.
fn is_for_one_time(words: &str) -> bool {
    ONCE.are_in(words) && !CODE.are_in(words) && words.chars().count() <= LONG_PASSWORD
}

/// A code, and a word for what was sent just now.
fn is_sent(words: &str) -> bool {
    CODE.are_in(words) && SENT.are_in(words)
}
