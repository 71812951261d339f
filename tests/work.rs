//! A certificate may hold ten thousand of anything, a page a hundred parts with hundreds of fields. Ten times as
//! much of it may cost about ten times the work, never a hundred times.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// The one test that needs a clock: it compares two runs, and knows no seconds.
#![allow(clippy::disallowed_methods)]

use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use trust_indicator::certificate::base64;
use trust_indicator::evidence::{
    CertificateBytes, Connection, Evidence, Field, Form, Frame, Known, Load, Page, SubmitButton,
};

const FEW: usize = 300;
const TIMES: usize = 10;
/// Between ten, for work that grows as the list does, and a hundred, for work that grows as its square.
const MOST: u32 = 35;

fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let mut der = vec![tag];
    if length < 128 {
        der.push(length as u8);
    } else {
        let bytes: Vec<u8> = length.to_be_bytes().into_iter().skip_while(|&byte| byte == 0).collect();
        der.push(0x80 | bytes.len() as u8);
        der.extend(bytes);
    }
    der.extend(content);
    der
}

fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x30, &parts.concat())
}

/// `count` things made by `one`.
fn many(count: usize, one: impl Fn(usize) -> Vec<u8>) -> Vec<u8> {
    (0..count).flat_map(one).collect()
}

fn extension(oid: &[u8], value: &[u8]) -> Vec<u8> {
    sequence(&[tlv(6, oid), tlv(4, value)])
}

/// id-ce-…: 2.5.29.x.
fn general(last: u8, value: &[u8]) -> Vec<u8> {
    extension(&[0x55, 0x1d, last], value)
}

/// A certificate that nobody signed, with these attributes of its subject and these extensions.
fn certificate(subject: &[u8], extensions: &[u8]) -> Vec<u8> {
    let algorithm = sequence(&[tlv(6, &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02])]);
    let key = sequence(&[
        sequence(&[
            tlv(6, &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01]),
            tlv(6, &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07]),
        ]),
        tlv(3, &[&[0u8, 4][..], &[7; 64]].concat()),
    ]);
    let issuer = sequence(&[attribute(10, "Example Authority")]);
    let days = sequence(&[tlv(0x17, b"261001000000Z"), tlv(0x17, b"261230000000Z")]);
    let body = sequence(&[
        tlv(0xa0, &tlv(2, &[2])),
        tlv(2, &[1, 2, 3]),
        algorithm.clone(),
        issuer,
        days,
        tlv(0x30, subject),
        key,
        tlv(0xa3, &tlv(0x30, extensions)),
    ]);
    sequence(&[body, algorithm, tlv(3, &[0, 1])])
}

/// A part of a name with one attribute: 2.5.4.x.
fn attribute(last: u8, text: &str) -> Vec<u8> {
    tlv(0x31, &sequence(&[tlv(6, &[0x55, 0x04, last]), tlv(0x0c, text.as_bytes())]))
}

fn name(place: usize) -> Vec<u8> {
    tlv(0x82, format!("a_{place}.xn--mnchen-3ya.shop.example").as_bytes())
}

/// What there is much of, and a certificate with that much of it.
type Kind = (&'static str, fn(usize) -> Vec<u8>);

const KINDS: [Kind; 9] = [
    ("names", |count| {
        certificate(&attribute(3, "shop.example"), &general(17, &tlv(0x30, &many(count, name))))
    }),
    ("common names", |count| {
        let common = many(count, |place| attribute(3, &format!("a{place}.shop.example")));
        certificate(&common, &general(17, &tlv(0x30, &many(count, name))))
    }),
    ("addresses of resources", |count| {
        let uri = |place| tlv(0x86, format!("https://a{place}.shop.example/").as_bytes());
        certificate(&[], &general(17, &tlv(0x30, &many(count, uri))))
    }),
    ("places of the issuer", |count| {
        let access = |place| {
            let ocsp = tlv(6, &[0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01]);
            sequence(&[ocsp, tlv(0x86, format!("http://a{place}.shop.example/").as_bytes())])
        };
        let oid = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x01, 0x01];
        certificate(&[], &extension(&oid, &tlv(0x30, &many(count, access))))
    }),
    ("revocation lists", |count| {
        let point = |place| {
            let uri = tlv(0x86, format!("http://a{place}.shop.example/").as_bytes());
            sequence(&[tlv(0xa0, &tlv(0xa0, &uri))])
        };
        certificate(&[], &general(31, &tlv(0x30, &many(count, point))))
    }),
    ("policies", |count| {
        let policy = |place: usize| sequence(&[tlv(6, &[0x67, (place >> 7) as u8 & 127, place as u8 & 127])]);
        certificate(&[], &general(32, &tlv(0x30, &many(count, policy))))
    }),
    ("usages", |count| {
        let usage = |place: usize| tlv(6, &[0x67, (place >> 7) as u8 & 127, place as u8 & 127]);
        certificate(&[], &general(37, &tlv(0x30, &many(count, usage))))
    }),
    ("statements", |count| {
        let statement = |_| sequence(&[tlv(6, &[0x04, 0x00, 0x8e, 0x46, 0x01, 0x01])]);
        let oid = [0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x01, 0x03];
        certificate(&[], &extension(&oid, &tlv(0x30, &many(count, statement))))
    }),
    ("extensions", |count| {
        let one = |place: usize| extension(&[0x67, (place >> 7) as u8 & 127, place as u8 & 127], &[5, 0]);
        certificate(&[], &many(count, one))
    }),
];

/// A part of the page that is sent to a host of its own by each of these buttons; the page itself is number 0.
fn part(id: usize, asks: &[&str], buttons: usize) -> Frame {
    let field = |(token, index): (&&str, u32)| Field {
        index,
        form: Some(0),
        tag: "input".into(),
        r#type: if token.ends_with("password") { "password" } else { "text" }.into(),
        autocomplete: (*token).into(),
        label: "Number".into(),
        visible: true,
        ..Field::default()
    };
    let button = |place| {
        let to = format!("https://b{place}-{id}.example/");
        SubmitButton { action: Some(to.clone()), resolved: to, ..SubmitButton::default() }
    };
    let buttons = (0..buttons).map(button).collect();
    let parent = if id == 0 { -1 } else { 0 };
    let url = format!("https://p{id}.example/");
    let form = Form { resolved: url.clone(), action: Some(url.clone()), buttons, ..Form::default() };
    let fields = asks.iter().zip(0..).map(field).collect();
    Frame { id: id as i64, parent, url, looked: true, fields, forms: vec![form], ..Frame::default() }
}

/// What there is much of in a page, how many are few, and the page's parts with that many of it.
type Parts = (&'static str, usize, fn(usize) -> Vec<Frame>);

const PARTS: [Parts; 5] = [
    ("parts that ask for a code", 6, |count| {
        (0..count).map(|id| part(id, &["one-time-code"; 4], 0)).collect()
    }),
    ("parts within parts", 9, |count| {
        let inner = |id: usize| Frame { parent: id as i64 - 1, ..part(id, &["one-time-code"], 0) };
        (0..count).map(inner).collect()
    }),
    ("fields, and buttons that send them elsewhere", 20, |count| {
        vec![part(0, &vec!["current-password"; count], count / 10)]
    }),
    ("fields beside a card", 40, |count| {
        let mut asks = vec![""; count];
        asks.splice(..1, ["cc-number"]);
        let mut page = part(0, &asks, 0);
        page.fields.iter_mut().for_each(|field| field.label = "Month".into());
        vec![page]
    }),
    ("forms", 20, |count| {
        let mut page = part(0, &vec!["current-password"; count], 2);
        let form = page.forms.remove(0);
        page.forms = (0..count as u32).map(|index| Form { index, ..form.clone() }).collect();
        page.fields.iter_mut().for_each(|field| field.form = Some(field.index));
        vec![page]
    }),
];

fn shop(frames: Vec<Frame>) -> Evidence {
    let page = Page { url: "https://p0.example/".into(), load: Load::Watched, ..Page::default() };
    Evidence { page, frames, ..Evidence::default() }
}

fn evidence(der: &[u8]) -> Evidence {
    let certificate = CertificateBytes { der: base64::encode(der), built_in_root: Known::Unknown };
    Evidence {
        at: 1_795_478_400_000,
        page: Page { url: "https://shop.example/".into(), load: Load::Watched, ..Page::default() },
        connection: Connection {
            error: Known::Absent,
            certificates: Known::Seen(vec![certificate]),
            ..Connection::default()
        },
        ..Evidence::default()
    }
}

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// What this thread worked so far; where the system does not tell, what the clock says.
fn worked() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// Systems count a thread's time in steps of some milliseconds: this is many of them.
const ENOUGH: Duration = Duration::from_millis(120);

/// One judgement, on the average of as many as it takes to tell.
fn cost(evidence: &Evidence) -> Duration {
    let begun = worked();
    let mut runs = 0;
    while worked() - begun < ENOUGH {
        std::hint::black_box(trust_indicator::assess(evidence));
        runs += 1;
    }
    (worked() - begun) / runs
}

/// Says where ten times as much cost many times ten times the work.
fn compare(what: &str, few: usize, make: impl Fn(usize) -> Evidence) -> Option<String> {
    let (small, large) = (cost(&make(few)), cost(&make(few * TIMES)));
    let told = format!("{what}: {small:?} for {few}, {large:?} for {}", few * TIMES);
    println!("{told}");
    (large > small * MOST).then_some(told)
}

#[test]
fn work_grows_as_the_certificate_does() {
    let mut wrong = Vec::new();
    for (what, make) in KINDS {
        let all = make(FEW * TIMES);
        assert!(trust_indicator::certificate::examine(&all).is_some(), "{what}: no certificate");
        wrong.extend(compare(what, FEW, |count| evidence(&make(count))));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("; "));
}

#[test]
fn work_grows_as_the_page_does() {
    let wrong: Vec<String> =
        PARTS.iter().filter_map(|(what, few, make)| compare(what, *few, |count| shop(make(count)))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("; "));
}
