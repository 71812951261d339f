//! The words of a picture's texts, and which of them may stand beside the name of a seal.

use crate::address::case;

/// Lower-case words of a text, in order.
pub struct Words(pub Vec<String>);

impl Words {
    pub fn of(texts: &[String]) -> Words {
        let split = |text: &String| {
            let small: String = text.chars().map(case::small).collect();
            small
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        Words(texts.iter().flat_map(split).collect())
    }

    pub fn any(&self, of: &[&str]) -> bool {
        self.0.iter().any(|word| of.contains(&word.as_str()))
    }

    /// Whether they name one of these.
    pub fn bear(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.find(name).is_some())
    }

    /// Where a phrase stands; its parts may be written as one word.
    pub fn find(&self, phrase: &str) -> Option<usize> {
        let parts: Vec<&str> = phrase.split([' ', '.']).collect();
        let joined = parts.concat();
        let foreign = !joined.is_ascii();
        (0..self.0.len()).find(|&at| {
            let rest = self.0.get(at..).unwrap_or_default();
            let apart = rest.len() >= parts.len()
                && rest.iter().zip(&parts).take(parts.len() - 1).all(|(word, part)| word == part)
                && rest.get(parts.len() - 1).zip(parts.last()).is_some_and(|(word, part)| bears(word, part));
            apart
                || rest.first().is_some_and(|word| bears(word, &joined) || foreign && word.contains(&joined))
        })
    }
}

/// The word is this name, maybe with `logo` before it, or with a number, a word of seals or, behind a long
/// name, one of praise after it: `logotrustpilot`, `verisign2`, `nortonseal`, `trustpilotreviews`.
pub fn bears(word: &str, name: &str) -> bool {
    let long = name.len() > 3;
    let word = word.strip_prefix("logo").filter(|rest| long && rest.starts_with(name)).unwrap_or(word);
    word.strip_prefix(name).is_some_and(|rest| {
        rest.is_empty()
            || rest.chars().all(|c| c.is_ascii_digit())
            || long && NEUTRAL.contains(&rest)
            || name.len() > 9 && PRAISE.contains(&rest)
    })
}

/// What builders put into a file's name so that a new one gets a new address: letters and digits in no order.
pub fn is_hash(word: &str) -> bool {
    word.len() >= 6 && word.as_bytes().split(u8::is_ascii_digit).all(|letters| letters.len() < 5)
}

pub fn is_size(word: &str) -> bool {
    let digits = word.trim_end_matches(['x', 'p', 'k', 'w', 'h', 'v']);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == 'x')
}

const PRAISE: &[&str] = &["reviews", "stars", "waarborg"];

/// Words that say nothing against a seal: of seals and safety, of pictures, of places, sizes and colours.
pub const NEUTRAL: &[&str] = &[
    "seal",
    "seals",
    "siegel",
    "sello",
    "selo",
    "siteseal",
    "trustseal",
    "sceau",
    "logo",
    "logos",
    "logotype",
    "icon",
    "icons",
    "ico",
    "badge",
    "badges",
    "banner",
    "mark",
    "marks",
    "trustmark",
    "stamp",
    "emblem",
    "brand",
    "secured",
    "secure",
    "security",
    "sec",
    "seguro",
    "segura",
    "seguridad",
    "seguranca",
    "sicher",
    "sicherheit",
    "gesichert",
    "geprüft",
    "sécurisé",
    "beveiligd",
    "basic",
    "safe",
    "safety",
    "ssl",
    "tls",
    "https",
    "trust",
    "trusted",
    "verified",
    "verify",
    "verification",
    "verifying",
    "certified",
    "certificate",
    "certificates",
    "certification",
    "sertificate",
    "certificado",
    "cert",
    "certs",
    "site",
    "sites",
    "website",
    "web",
    "shop",
    "shopping",
    "store",
    "online",
    "checkout",
    "check",
    "payment",
    "payments",
    "pay",
    "card",
    "cards",
    "guarantee",
    "guaranteed",
    "approved",
    "authentic",
    "accredited",
    "business",
    "rating",
    "member",
    "powered",
    "protected",
    "protection",
    "by",
    "with",
    "the",
    "and",
    "of",
    "for",
    "to",
    "our",
    "this",
    "is",
    "a",
    "de",
    "da",
    "do",
    "img",
    "image",
    "images",
    "imagen",
    "imagem",
    "bild",
    "pic",
    "picture",
    "graphic",
    "svg",
    "png",
    "jpg",
    "gif",
    "small",
    "sm",
    "xs",
    "md",
    "medium",
    "lg",
    "large",
    "xl",
    "big",
    "mini",
    "tiny",
    "footer",
    "header",
    "foot",
    "bottom",
    "top",
    "left",
    "right",
    "home",
    "white",
    "black",
    "grey",
    "gray",
    "blue",
    "green",
    "red",
    "yellow",
    "color",
    "colour",
    "colored",
    "dark",
    "light",
    "transparent",
    "transp",
    "trans",
    "bg",
    "new",
    "old",
    "en",
    "es",
    "fr",
    "pt",
    "ja",
    "us",
    "uk",
    "v",
    "copy",
    "min",
    "opt",
    "retina",
    "horizontal",
    "vertical",
    "horz",
    "vert",
    "hover",
    "desaturated",
    "corp",
    "inc",
    "click",
    "pci",
    "compliant",
    "сертификат",
    "symantec",
    "verisign",
    "digicert",
];
