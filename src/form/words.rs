//! The words by which fields, buttons and pages say what they are for, in the languages of shops.
//!
//! Latin words are written without accents, as `fold` leaves them. A pattern is met at the beginning of a
//! word; with `=` only as a whole word, with `~` anywhere. Scripts without spaces are met anywhere. `a..b` is
//! met where `b` follows `a` with few words between: “create” and, of whatever kind, “account”.

use super::pairs::Pairs;

/// A list of patterns, separated by bars.
#[derive(Clone, Copy)]
pub struct Words(pub &'static str);

impl Words {
    /// Whether any pattern is in this folded text.
    pub fn are_in(self, folded: &str) -> bool {
        let pairs = Pairs::of(folded);
        self.0.split('|').any(|pattern| pairs.may_hold(pattern) && is_in(pattern, folded))
    }

    /// How many different patterns are.
    #[cfg(test)]
    pub fn count_in(self, folded: &str) -> usize {
        self.0.split('|').filter(|pattern| is_in(pattern, folded)).count()
    }
}

/// Letters between the halves of `a..b`: “create your free shop-name account”.
const GAP: usize = 24;

fn is_in(pattern: &str, folded: &str) -> bool {
    if let Some((first, second)) = pattern.split_once("..") {
        return folded.match_indices(first).any(|(at, _)| {
            let after = folded.get(at + first.len()..).unwrap_or_default();
            let near = after.char_indices().nth(GAP).and_then(|(end, _)| after.get(..end)).unwrap_or(after);
            is_space(folded, at) && is_in(second, near)
        });
    }
    if let Some(anywhere) = pattern.strip_prefix('~') {
        return folded.contains(anywhere);
    }
    if let Some(whole) = pattern.strip_prefix('=') {
        return folded.match_indices(whole).any(|(at, _)| {
            is_space(folded, at) && folded.get(at + whole.len()..).is_some_and(|rest| rest.starts_with(' '))
        });
    }
    let spaced = pattern
        .chars()
        .next()
        .is_some_and(|first| first.is_ascii() || ('\u{400}'..'\u{530}').contains(&first));
    folded.match_indices(pattern).any(|(at, _)| !spaced || is_space(folded, at))
}

fn is_space(folded: &str, at: usize) -> bool {
    folded.get(..at).is_some_and(|before| before.ends_with(' '))
}

pub const HONEYPOT: Words = Words(
    "honeypot|bottest|bot test|anti bot|antibot|antispam|spam trap|spamtrap|mc 4 wp ho|mc 4 wp required|required but not really|leave this field|leave this blank|leave blank|should be left blank|do not fill|dont fill|nicht ausfullen|laissez ce champ|ne pas remplir|deje este campo|lasciare vuoto|deixe este campo|laat dit veld|=winnie the pooh|~fakepassword|~fakeusername|~fakeemail|~password fake",
);
/// What its maker calls one; to a person a sweet, a telephone or a word like any other.
pub const TRAP: Words = Words("=honey|honeycomb|=hp|=fake");

pub const SEARCH: Words = Words(
    "search|=q|=query|keyword|=kw|=s|suche|=such|recherche|chercher|busca|busqueda|=cerca|ricerca|pesquis|zoek|wyszuk|sok|=ara|arama|поиск|искать|найти|検索|さがす|搜索|搜寻|搜尋|查询|검색|بحث|hledat|vyhled|kereses|hae|sog|=soeg|=find|caut|пошук|търс|חיפוש|=cari|looking for|ключев|nokkelord|encontrar|hledan|αναζήτ|tim ki|جستجو|suchbegr|חפש|szuka",
);

// ── cards ────────────────────────────────────────────────────────────────────────────────────────────

pub const CARD_NUMBER: Words = Words(
    "αριθμός κάρτας|شماره کارت|broj kartic|stevilka kartic|~kartya szam|cardnum|=cardno|=ccno|=ccnum|cc num|cc no|ccnumber|credit card|creditcard|card pan|carte bancaire|carte de credit|karten nummer|kreditkarte|kartennr|tarjeta de credito|carta di credito|cartao de credito|kontokort|kredittkort|kredi karti|クレジットカード|信用卡|신용카드|بطاقة الائتمان|cislo karty|~kartyaszam|korttinumero|kartenr|kortnr|銀行卡|银行卡|כרטיס אשראי|~kartennummer|~kaartnummer|~kortnummer|~kortsnummer|tarjeta de debito|carta di debito|cartao de debito|karta kredytowa|kaartnr|debit card|~カードno",
);
/// A card of whatever kind: with a word for a number, a name or a code beside it, that of a bank card.
pub const CARD: Words = Words(
    "=kartu|=thẻ|บัตร|=targeta|cardul|kortel|kaardi|=kartes|=cc|=cb|=carta|cartao|=karta|=karty|=karcie|=kart|karti|=karttaki|カード|卡|카드|بطاق|الكارت|כרטיס|creditcard|=card|=carte|=karte|=karten|=tarjeta|=kaart|=kortin|=kort|kortet|карта|карты|карти|картк|карте",
);
/// Whose it is.
pub const HOLDER: Words = Words(
    "=chủ|ถือ|pemegang|birtokos|власник|κατόχου|inhaber|eigentum|wlascic|posiadacz|propietario|proprietario|innehav|sahib|владел|держател|名義|所有者|명의|소유자|حامل|صاحب|בעל|מחזיק|intestat|owner|porteur",
);

/// The primary account number, as a page's maker calls it; for everybody else it is for frying.
pub const ACCOUNT_NUMBER: Words = Words("=pan");
/// How many of something.
pub const QUANTITY: Words = Words(
    "quantit|=qty|pieces|=pcs|amount of|how many|number of|anzahl|menge|stuck|cantidad|quantidad|aantal|hoeveelheid|ilosc|liczba|antal|adet|miktar|количеств|数量|個数|수량|الكمية|mnozstvi|mennyiseg|maara|cantitate",
);

/// Says by itself that a bank card is meant.
pub const BANK_CARD: Words = Words(
    "credit card|creditcard|debit card|credit debit|=ccno|ccnum|cc num|cc no|visa|mastercard|amex|kreditkarte|carte bancaire|carte de credit|tarjeta de credito|carta di credito|cartao de credito|karty kredytowej|kredi karti|кредитной карт|банковской карт|クレジット|信用卡|신용카드|بطاقة الائتمان|כרטיס אשראי",
);

/// Cards and numbers that pay nothing.
pub const OTHER_CARD: Words = Words(
    "assurance mal|vitale|sanitari|etudiant|de transport|travel card|transit|在留|vernost|vjernost|medlem|klantenkaart|ladekart|fahrkart|oyster|bảo hiểm|=bhyt|thanh vien|darkov|สมาชิก|gift|geschenk|gutschein|cadeau|regalo|presente|voucher|coupon|promo|loyalty|fidelit|fidelidad|treue|klubb|=club|reward|bonus|points|member|mitglied|library|student|health|insurance|medicare|=id card|ausweis|dni|sim card|simcard|carte sim|iccid|discount|rabatt|store credit|prepaid|phone card|business card|greeting|e card|ecard|postcard|скидочн|подарочн|ポイント|会員|ギフト|礼品|会员|기프트|적립|مكافآت|هدية|carta identit|de identid|identitat|identitets|الشخصية|abonne|kundenkart|puntos|=punti|fedelt|podarunk|stalego|lojaln|presentkort|hediye|sadakat|дисконт|бонус|лояльн|禮品|會員|购物|멤버십|الولاء|العضوية|מתנה|מועדון|gavekort|tracking num|reiskaart|ov chip|проездн|بطاقة الشحن|بطاقة شحن|uang elektronik",
);

/// That the page is about such a card.
pub const GIFT_CARD: Words = Words(
    "gift card|giftcard|voucher|geschenkkart|gutschein|carte cadeau|tarjeta regalo|carta regalo|cadeaukaart|cadeaubon|podarunk|presentkort|подарочн|ギフトカード|礼品卡|禮品卡|기프트카드|بطاقة هدية|bonuskart|bonus card|kundenkart|loyalty card|carte de fidelite|sim card|carte sim|library card|gavekort|reiskaart|проездн",
);

pub const SECURITY_CODE: Words = Words(
    "=cvn|=csc|=cid|=cvd|=ccv|cvv|cvc|ccvv|ccsc|=cw 2|=kcv|card security|card verification|card code|cardcode|cryptogramme|prufnummer|prufziffer|kartencode|セキュリティコード|安全码|보안코드|رمز الأمان|pruefnummer|pruefziffer|kartenpruef|cv number|=cvnum|kartenpruf|カード確認|卡验证",
);

/// A security code beside a card number; by itself it may be any code.
pub const CODE_NEAR_CARD: Words = Words(
    "ความปลอดภัย|หลังบัตร|bảo mật|keamanan|сигурност|безпек|трехзн|на обор|sigurnosn|varnostn|bezpecnost|ellenorz|biztonsag|saugos|校验码|ασφαλ|security code|securitycode|security number|=c vs number|verification number|verification value|verification code|=cvs|=cs|sicherheitscode|beveiligingscode|veiligheidscode|turvak|kod zabezpiecz|sakerhetskod|guvenlik kodu|код безопасности|проверочный код|セキュリティ|安全|보안|cod..secur|codice..sicur|cod..segur|رمز التحقق|אבטחה|3 digit|3 chiffres|au dos|3 stellig|sicherheitsnummer|controlec|controleg|kontrol|sikkerhe|bezpieczenstw|guvenlik num|защитный|секретный|3 桁|确认|末三|三位|后三|檢查碼|검증|3 자리|الأمان|الامان|السري|3 ספרות|ביקורת|ביטחון|on the back|cod..verific|codigo de control|clave..segur|kaartverif|codice..control|verifieringsk",
);

pub const EXPIRY: Words = Words(
    "หมดอายุ|hết hạn|hiệu lực|kedaluw|kadalu|berlaku|انقضا|валидн|діє до|термін дії|istek|vrijedi|veljavn|galioj|kehtiv|λήξη|expir|=exp|expdate|expyear|cc month|cc year|ccmonth|ccyear|ccexp|cardexp|card exp|card month|card year|cardmonth|cardyear|valid thru|valid through|valid until|=mm yy|=mmyy|=mm yyyy|=mm aa|=mm jj|date dexpiration|validite|gultig|ablauf|verfall|udlob|utlop|validade|geldig|verval|waznosc|voimassa|giltig|utgang|gecerlilik|срок действия|действительна до|有効期限|有效期|截止日期|만료|انتهاء|platnost|lejarat|gueltig|venc|действует до|месяц год|到期|caduc|תוקף|good thr|=end date|valable|lauft ab|valid..hasta|valid..ate|valid..fino|scad|verloop|einddatum|wazn..do|wygas|=utgar|=gar ut|son kullan|=skt|bitis tar|годен|годна|истека|срок оконч|дата оконч|有効年|有效日|过期|過期|失效|有效年|유효|صالح|صلاحية|تنتهي|תפוג|dtexp|expyr|expmo",
);

/// The other date of a card.
pub const ISSUED: Words =
    Words("valid from|=start|issue|gultig ab|ausgestellt|emis|delivr|выдачи|発行|签发|발급|phat hanh");

/// In how many parts something is paid.
pub const INSTALMENTS: Words = Words("instal|=npay|cuotas|parcelas|taksit|rate n|תשלומים");

pub const CARD_HOLDER: Words = Words(
    "nameoncard|cardholder|cardowner|cardname|=ccname|=cc name|cc holder|ccholder|holder name|titulaire|detenteur|titular|intestatario|nome impresso|kaarthouder|kortinnehavare|kortholder|kart uzerindeki|持卡人|titolare|holders name|~karteninhaber",
);

pub const MONTH: Words =
    Words("=mm|month|monat|mois|=mes|mese|maand|miesiac|manad|=ay|месяц|月|월|شهر|mesic|=m|=мм|חודש|=mnd");
pub const YEAR: Words = Words(
    "=yy|=yyyy|year|jahr|=jj|annee|=aa|=aaaa|=ano|=anno|jaar|=rok|=ar|=yil|год|年|년|سنة|=y|=anio|=jjjj|=rrrr|=гггг|=гг|=rr|שנה",
);
pub const DAY: Words = Words("=dd|=day|=tag|jour|=dia|giorno|=dag|dzien|=gun|день|日|일|يوم|=d|=den|יום");

// ── people ───────────────────────────────────────────────────────────────────────────────────────────

pub const BANK_ACCOUNT: Words = Words(
    "iban|account number|=account no|=acct|bank account|routing number|sort code|=bic|=swift|kontonummer|numero de compte|rekeningnummer|numer konta|hesap numarasi|номер счета|расчетный счет|رقم الحساب|=aba|=bsb|=ifsc|=rib|code banque|code guichet|=no de compte|=n de compte|bankleitzahl|=blz|konto nr|kontonr|bankverbindung|cuenta bancaria|=cbu|=clabe|=n o de cuenta|num..cuenta|num..conto|conto corrente|conta bancaria|=nib|num..conta|conta corrente|=pix|bankrekening|rekening num|nr konta|rachun|clearingnum|bankkonto|bankgiro|plusgiro|banka hesa|hesap no|=бик|банковск..счет|лицевой счет|银行帐|銀行帳|收款账|轉帳|银行账|계좌|الحساب البنكي|المصرفي|آيبان|חשבון בנק|מספר חשבון|מספר סניף|sortcode|routingnum|acctnum|accountnum|支店番|支店コ|金融機関コ|口座番|銀行口座",
);
pub const NATIONAL_ID: Words = Words(
    "ประชาชน|=cnp|=npwp|henkilotunnus|=ssn|social security|socialsecurity|national id|=nino|national insurance|tax id|=dni|=nif|=cpf|=cnpj|codice fiscale|codicefiscale|=bsn|burgerservice|=pesel|personnummer|=tckn|=инн|снилс|паспорт|passport number|pass port n|マイナンバー|身份证|주민등록|=curp|=rfc|rodne cislo|driver..licen|driving licen|=id card|=id number|=ni number|identity n|identity card|social insurance|aadhaar|passeport|num..fiscal|securite sociale|personalausweis|reisepass|sozialversicherung|ausweisn|=passnummer|fuhrerschein|=ahv|steuer id|steuernummer|steueridentif|num..documento|=rut|cedula|seguridad social|num..identificac|passaporto|passaporte|contribuinte|=rg|bilhete de identid|cartao de cidad|paspoort|rijksregister|identiteits|dowod|paszport|samordningsnum|kimlik|pasaport|=иин|個人番号|旅券|護照|护照|证件|證件|身分證|身份證|여권|외국인등록|주민번호|جواز|القومي|الوطني|الإقامة|الشخصية|תעודת זהות|דרכון|מספר זהות|=ת ז|=תז|الهوية|d identit|documento de identi|パスポート番|fodselsn|=cpr",
);
pub const BIRTH: Words = Words(
    "วันเกิด|ngay sinh|birth|=dob|bday|=bd|geburt|naissance|geboorte|fodelse|fodsel|dogum|生年月日|誕生|出生|生日|생년월일|생일|narozeni|szuletes|syntyma|nastere|לידה|рожд|lahir|=born|=d o b|=ne le|=ne e le|anniversaire|=geb|geboren|nacim|cumple|=nato|compleanno|nasc|aniversario|verjaar|urodz|=fodd|родил|生まれ|출생|ميلاد|ولادة|יום הולדת|=fnac|gebmnd|gebjr|γέννησ",
);
pub const EMAIL: Words = Words(
    "อีเมล|=mail|=eml|=e m|courriel|=mel|correo|=posta|eposta|e post|=epost|sahkoposti|электронн|почт|メール|邮箱|邮件|電子郵件|電郵|메일|بريد|~email|~e mail|пошт|имейл|דוא|信箱|=em|ταχυδρομ|ایمیل|messagerie|adresse electroni|direccion electroni|endereco eletroni|correio el|elektronisch adres|poczt|elektroniczn|mejl|mailow|mailadr|elektronik posta|=емейл|メアド|郵箱|전자우편|يميل|מייל",
);
pub const NOT_EMAIL: Words = Words(
    "mailing address|mailing list name|индекс|=posta kodu|postal|=posta code|mail address line|subject|betreff|objet|asunto|friend|frequency|confirmation code|email title|email body|by email|via email|kod poczt|الرمز البريدي",
);
pub const USER_NAME: Words = Words(
    "user name|user id|=usr|=uid|member id|memberid|membership|=uname|logon|signin name|nickname|=nick|screen name|screenname|display name|member name|handle|benutzer|nutzername|anmeldename|identifiant|pseudo|utilisateur|usuario|=utente|nome utente|utilizador|gebruiker|uzytkownik|=nazwa|brukernavn|brugernavn|kullanici|логин|пользовател|会員番号|用户|账号|帐号|帳號|아이디|사용자|المستخدم|uzivatel|felhasznalo|kayttaja|utilizator|=alias|契約番号|契約者番号|お客様番号|~username|~userid|~login|=ident|користувач|логін|потребител|משתמש|pengguna|χρήστη|کاربر|sign in name|nom de compte|zugangskenn|mitgliedsname|kontonam|=apodo|nombre de cuenta|nome account|nome da conta|inlogna|inloggningsna|accountna|schermnaam|anvandar|smeknamn|=rumuz|hesap adi|uye adi|takma ad|псевдон|=ник|никнейм|имя учет|ログインid|会員id|ユーザ|ニックネーム|ログイン名|アカウント名|使用者|用戶|登录名|会员名|會員帳|昵称|暱稱|账户名|帳戶名|회원 id|회원id|닉네임|اسم الدخول|اسم الحساب|معرف|כינוי|מזהה|account na",
);
/// What an account goes by where a password stands beside it.
pub const ACCOUNT_NAME: Words = Words(
    "=id|=account|=konto|=compte|=cuenta|=conta|=conto|=hesap|=аккаунт|アカウント|帐户|账户|帳戶|계정|الحساب",
);
pub const NOT_USER_NAME: Words = Words(
    "first|last|given|family|password|passwort|=pass|company|firm|=url|gender|filter|review|captcha|search|subject|code|zip|city|phone number only|street|recovery|secret|question|answer|=option|options|=vat|vatid|umsatzst|=order|recipient|beneficiar|receiver",
);
/// Only who is old enough gets in.
pub const AGE: Words = Words("=age|agegate|alterspruf|altersverif|mayor de edad|leeftijd|年齢");
/// Where somebody was born, and when somebody else was.
pub const NOT_BIRTH: Words = Words(
    "birth name|geburtsname|place|=ort|=lieu|luogo|comune|nazione|lugar|country|city|provincia|miejsce|child|baby|due date|babies|fodselsn",
);
/// Other days that people give in parts.
pub const OTHER_DAY: Words =
    Words("cover|licen|collect|depart|arriv|return|passport|from date|to date|start date|end date");
/// A day of its own, which no card has.
pub const WHOLE_DATE: Words = Words("=dd mm|=mm dd|=jj mm aa|=tt mm|=gg aa|=gg mm|=дд мм|=ηη μμ");
/// Things that nobody needs to be told of.
pub const NOTHING: Words = Words(
    "gender|=sex|company|firma|organi|website|web site|subject|betreff|sujet|asunto|oggetto|topic|=title|=anrede|reservation|=age|occupation|question|answer|frage|captcha|comment|=message|quantity|coupon|promo|gutschein|invoice|=hint|url",
);
pub const NUMBER: Words =
    Words("=nomor|=số|เลข|شماره|cislo|=no|=nr|=номер|번호|رقم|=n|=nro|מספר|=מס|num|号|號");
pub const PHONE: Words = Words(
    "=hp|telepon|phone|=tel|telephone|=cell|=fax|=gsm|=whatsapp|telefon|handy|portable|=movil|celular|telemovel|cellulare|telefoon|mobil|телефон|電話|携帯|手机|电话|전화|휴대|هاتف|جوال|puhelin|טלפון|telpon|contact num|contact no|rufnummer|mobiel|komork|мобильн|сотов|手機|핸드폰|연락처|موبايل|تليفون|נייד|סלולר",
);
pub const ADDRESS: Words = Words(
    "~osoite|huisnummer|address|=location|=addr|street|=city|=town|=state|=province|=county|region|=country|=zip|zipcode|postal|postcode|post code|=suburb|=apt|apartment|strasse|hausnummer|=plz|postleitzahl|=ort|stadt|=land|bundesland|=rue|=ville|=pays|direccion|=calle|ciudad|=pais|provincia|indirizzo|=citta|=cap|comune|=paese|endereco|=rua|cidade|=cep|=estado|bairro|straat|woonplaats|plaatsnaam|postadress|civico|=ulica|=miasto|kod pocztowy|=kraj|gatuadress|postnummer|=stad|adres|sehir|ilce|posta kodu|=ulke|адрес|улица|город|индекс|страна|область|住所|郵便番号|都道府県|市区町村|番地|地址|省份|城市|邮编|주소|우편번호|العنوان|المدينة|الرمز البريدي|البلد|=psc|mesto|varos|iranyitoszam|כתובת|רחוב|alamat",
);
pub const NAME: Words = Words(
    "họ|ชื อ|カナ|联系人|first name|firstname|=fname|last name|lastname|=lname|surname|full name|fullname|your name|given name|family name|middle name|=name|forename|vorname|nachname|familienname|prenom|=nom|nombre|apellido|=nome|cognome|sobrenome|apelido|voornaam|achternaam|=naam|=imie|nazwisko|fornamn|efternamn|=namn|fornavn|etternavn|=navn|=ad|soyad|soyisim|고객명|=isim|=имя|=фио|фамилия|отчество|氏名|姓|名前|フリガナ|이름|성명|الاسم|=jmeno|prijmeni|keresztnev|vezeteknev|etunimi|sukunimi|prenume|holder|kontoinhaber|=nev|=nume|numele|=име|=nama|=שם|=імя",
);
/// What else has one.
pub const NOT_NAME: Words =
    Words("domain|meeting|company|bank name|name of bank|name of the bank|insurance name|school name|보험명");
pub const ONE_TIME: Words = Words(
    "challenge data|校验码|=otp|one time|onetime|=totp|=mfa|mfacode|=2 fa|=tfa|two factor|twofactor|authenticat|verification code|verificationcode|verify code|sms code|auth code|=passcode|security key|einmal|код из|验证码|驗證碼|=pin code|=pincode|=tan|=mtan|enter the 6|認証キー|認証番号|email code|phone code|动态码|動態|確認碼|确认码|一次性|短信|인증번호|인증 번호",
);
/// A code; with one of the next list beside it, one that was just sent.
pub const CODE: Words = Words("~code|codigo|codice|~kod|код|コード|코드|رمز|كود|קוד|رقم التحقق");
/// Good for one time: a password of this kind is a code, where no code stands beside it. “Noch einmal” and “még
/// egyszer” ask for a password again.
pub const ONCE: Words = Words(
    "one time|onetime|einmalp|einmalk|usage unique|un solo uso|monouso|uso unico|eenmalig|jednoraz|tek kullan|engangs|одноразов|ワンタイム|一次性|일회용|لمرة|חד פעמי|kertakayt|=egyszeri|egyszer haszn|haslo sms|sms sifre|парол..sms",
);
/// That it was sent, or what it is for.
pub const SENT: Words = Words(
    "=sent|gesendet|envoye|enviad|inviat|verzonden|отправлен|送信|发送|=sms|verif|confirm|validation|temporaire|usage unique|recu par|authen|auten|einmal|bestatig|freischalt|anmelde|login|temporal|conferma|temporane|temporari|bevestig|inlog|controle|potwierdz|autoryz|uwierzyt|bekraft|onay|dogrula|подтвержд|провер|авториз|=смс|аутентиф|検証|認証|確認|인증|확인|التحقق|التأكيد|التفعيل|المرسل|אימות|כניסה|הזדהות|weryfik|un solo uso|monouso|uso unico|eenmalig|jednoraz|engang|tek kullan|одноразов|ワンタイム|일회용|لمرة|חד פעמי",
);
/// Codes of another use.
pub const NOT_ONE_TIME: Words = Words(
    "captcha|image|picture|bild|shown|see above|security question|promo|coupon|zip|postal|letters|图形|圖形|discount|referral|country|area code|postcode|post code|posta kod|~kod pocz|postkod|البريدي|=img",
);
/// A code by which something is found again.
pub const BOOKED: Words = Words("locator|=pnr|booking|reserv");

// ── passwords ────────────────────────────────────────────────────────────────────────────────────────

pub const PASSWORD: Words = Words(
    "รหัสผ|=pass|passcode|=pwd|=pw|=passw|mot de passe|=mdp|motdepasse|kennwort|contrasen|=clave|=senha|wachtwoord|=haslo|=hasla|losenord|passord|adgangskode|=sifre|parola|パスワード|密码|密碼|비밀번호|كلمة المرور|كلمة السر|=heslo|jelszo|salasana|palavra passe|~passwor|~passwd|סיסמ|парол",
);
/// Where what is typed is seen: a ticket, a key or a word of another kind.
pub const NO_PASSWORD: Words = Words("=pass|=clave|parola");
/// The words from which the key of a wallet is made.
pub const RECOVERY_PHRASE: Words = Words(
    "seed phrase|recovery phrase|secret recovery|secret phrase|12 word p|24 word p|passphrase..wallet|wallet..passphrase|mnemonic p|phrase de recup|frase de recup|frase semilla|frase di recup|wiederherstellungsphrase|сид фраз|シードフレーズ|助记词",
);
/// The key itself; programmers have such keys for other things.
pub const WALLET_KEY: Words = Words("keystore json|mnemonic|private key");
/// Where each word has a box of its own.
pub const WALLET: Words = Words("=word|=words|phrase|=seed|mnemonic|wallet|metamask|кошел|钱包|ウォレット");
pub const NEW: Words = Words(
    "=new|choose|add a password|=set|assign|desired|select a|=conf|re type|reenter|re enter|verify|=verif|match|at least|minimum|min char|=reg|register|registration|signup|sign up|join|neues|=neu|wiederhol|bestatig|nouveau|retapez|ressaisi|choisi|nueva|nuevo|crea|nuova|nuovo|ripeti|conferma|scegli|novo|nova|=criar|nieuw|herhaal|bevestig|=nowe|powtorz|potwierdz|=nytt|upprepa|bekrafta|gjenta|gentag|bekreft|bekraeft|yeni|tekrar|новый|повтор|подтверд|еще раз|придумай|新しい|確認|再入力|新密码|确认|重复|확인|재입력|جديدة|تأكيد|إعادة|potvr|znovu|megerosit|vahvista|=2|~confirm|~repeat|~retype|~again|~repass|repit|repet|nochmal|erneut|festleg|definir|vuelv|elig|reinser|escolh|crie|nogmaals|opnieuw|ponown|=igen|toista|uudelleen|uusi|=nove|ujra|uj jelszo|onayla|підтвер|потвърд|もう一度|再度|新規|重複|再次|再输|再輸|设置|設定|새|다시|تاكيد|אימות|שוב|חדש|ulangi|konfirmasi|~newpass|~newpw|bestaetig|επιβεβ|nhập lại|تکرار|新パス|新密碼|أعد|أكد|saisissez|resaisi|dogrula",
);
/// Says by itself that a new one is asked for, with nothing beside it to confirm it.
pub const NEW_PASSWORD: Words = Words(
    "new pass|~newpass|new pw|~newpw|neues passwort|neues kennwort|nouveau mot de passe|nueva contrasen|nuova password|nova senha|nieuw wachtwoord|nowe haslo|nytt losenord|yeni sifre|новый пароль|新しいパスワード|新密码|새 비밀번호|المرور الجديدة",
);
pub const CURRENT: Words = Words(
    "current|=old|existing|present password|altes|aktuelle|bisherig|actuel|ancien|actual|anterior|attuale|vecchia|atual|huidig|=oud|obecne|stare|nuvarande|gammalt|mevcut|eski|текущий|старый|現在の|当前|原密码|旧|현재|기존|الحالية|soucasne|~oldpass|~oldpw|curpass|=cur|=courant|derzeitig|antig|=corrente|aktualn|befintlig|=su anki|действующ|今の|目前|原密碼|舊|القديمة|السابقة|נוכחי|ישנה|~loginpass",
);
/// Of a password: it was chosen before.
pub const ALREADY: Words = Words(
    "already|existing|returning|registered|deja|bereits|bestaande|ya registr|ya cliente|gia registr|gia cliente|ja registr|ja cadastr|juz",
);
pub const SIGN_UP: Words = Words(
    "signup|sign up|sign me up|createaccount|createuser|email create|new account|newaccount|newuser|new user|new customer|=join|enrol|subscribe now|get started|start free|account create|useradd|kundenkonto|neukunde|=neu hier|inscri|nouveau client|enregistr|regist|nuevo usuario|iscriviti|iscrizione|cadastr|inscrev|aanmelden als|inschrijv|zarejestruj|rejestracj|bli medlem|opret|opprett|tilmeld|kayit ol|uye ol|yeni uye|регистр|зарегистр|新規登録|会員登録|登録する|新規会員|注册|註冊|注冊|创建|계정 만들기|سجل الآن|regisztr|rekisteroi|luo tili|create..profile|create..user|open..account|become a|crea..account|crea..cuenta|cree..compte|crea..cont|cree..cont|cri..conta|abri..conta|ouvr..compte|konto..erstell|konto..anleg|konto..eroffn|erstell..konto|mitglied werden|unirse|nuevo cliente|nuovo cliente|novo cliente|devenir membre|account..aanm|maak..account|nieuwe klant|utworz..konto|zaloz..konto|stworz..konto|nowe konto|nowy klient|skapa..konto|ny kund|bliv medlem|hesap..olustur|yeni hesap|созда..аккаунт|созда..учетн|アカウントを作成|アカウント作成|ユーザー登録|アカウント登録|客様登録|建立帳|加入會員|成为会员|가입|계정 생성|إنشاء حساب|انشاء حساب|حساب جديد|zaregistr|vytvor..ucet|zaloz..ucet|inregistr|liity|реєстр|зареєстр|הרשמ|הירשמ|יצירת חשבון|=daftar|buat akun|εγγραφ|δημιουργ|dang ky|tạo tai|ثبت نام|عضویت|rejoign|de alta|account maken|uyelik|новый пользов|новый клиент|はじめて|初めて|تسجيل عضو|=التسجيل|לקוח חדש|צור חשבון|הצטרפ|=הצטרף",
);
pub const SIGN_IN: Words = Words(
    "login|log in|logon|log on|log me in|signin|sign in|remember me|rememberme|keep me|forgot|lost password|=auth|authenticate|members area|anmelden|einloggen|angemeldet bleiben|passwort vergessen|connexion|connecter|connectez|identifi|mot de passe oubli|souvenir|iniciar sesion|ingresar|inicia sesion|=entrar|olvid|recordarme|=entra|ricordami|dimenticat|iniciar sessao|esquec|lembrar|=acessar|aanmelden|vergeten|onthoud|pamietaj|logga in|glomt|=logg|glemt|giris|oturum ac|sifremi unuttum|beni hatirla|войти|вход|авториз|забыли|запомнить|ログイン|ログオン|サインイン|忘れ|登录|登錄|登入|忘记|记住|로그인|로그온|دخول|نسيت|prihlas|zapomn|unohd|autentific|sign on|returning customer|registered customer|existing customer|anmeldung|bereits kunde|deja client|deja membre|espace client|acced|=acceso|=accesso|gia registrato|=acesso|acesse|ja sou|inlog|bestaande klant|zalog|logowa|kirjau|belep|bejelentk|conectare|conecteaza|=вхід|увійти|влез|התחבר|כניס|=masuk|σύνδεση|είσοδος|dang nh|ورود|mam juz konto",
);
pub const CHANGE_PASSWORD: Words = Words(
    "password change|password reset|passwort andern|kennwort andern|restablecer|reimposta|redefinir|wachtwoord wijzig|сменить пароль|パスワード変更|修改密码|重置密码|비밀번호 변경|تغيير كلمة|reset..password|update..password|chang..mot de passe|modifi..mot de passe|reinitialis..mot de passe|nouveau mot de passe|kennwort zuruck|passwort zuruck|passwort festleg|neues passwort|neues kennwort|cambi..contrasen|nueva contrasen|cambi..password|modifica..password|nuova password|mud..senha|alter..senha|nova senha|alter..palavra passe|nieuw wachtwoord|wachtwoord opnieuw|wachtwoord verander|zmian..hasla|zmien..haslo|resetow..hasl|nowe haslo|ustaw..haslo|andra..losenord|byt..losenord|aterstall..losenord|nytt losenord|sifre..degistir|parola..degistir|parola..sifirla|sifre..sifirla|yeni sifre|смен..пароля|измен..пароль|сброс..парол|новый пароль|восстановление пароля|パスワードの変更|パスワードの再設定|パスワード再設定|更改密码|變更密碼|重設密碼|修改密碼|设置新密码|비밀번호 재설정|새 비밀번호|تعيين كلمة|שינוי סיסמ|איפוס סיסמ|סיסמה חדשה|change..password|changepassword|resetpassword|set..password|new..password",
);

pub const RECOVERY: Words = Words(
    "forgot|lost password|lostpassword|reset|recover|retrieve|vergessen|oubli|olvid|recuper|dimenticat|esquec|vergeten|zapomnial|odzysk|glomt|glemt|unuttum|забыли|восстан|忘|找回|再設定|찾기|분실|نسيت|استعادة|elfelejt|zapomenut|unohd|change email|update email|account locked|verify|perdu|perdid|nova senha|elkuld|jelszavam|przypomn|palaut|aterstall|nulstil|tilbakestill|restabl|reinitial|zurucksetz|wiederherst|ripristin|reimposta|redefin|obnov|sifirla|сброс|재설정|초기화|重置|重設|重设|إعادة تعيين|استرجاع|שכחת|איפוס|wachtwoord kwijt",
);
/// What a sign-up makes and a newsletter does not.
pub const ACCOUNT: Words = Words(
    "account|profile|member|new user|newuser|new customer|registr|konto|kundenkonto|neukunde|compte|inscription|cuenta|usuario|conto|conta|cadastr|rejestracj|uyelik|hesap|регистр|аккаунт|учетн|会員|注册|註冊|会员|회원|계정|حساب|ucet|fiok|tili",
);
/// Who buys without an account.
pub const GUEST: Words = Words(
    "without..account|without..registr|sans..compte|sans inscription|sans s inscrire|als gast|ohne registr|ohne kundenkonto|ohne anmeldung|como invitado|sin registr|sin cuenta|come ospite|senza registr|sem cadastr|como visitante|zonder account|jako gosc|bez rejestr|bez zakladania|som gast|utan konto|misafir|uye olmadan|без регистр|как гость|ゲスト|会員登録せず|游客|訪客|访客|免注册|비회원|كزائر|كضيف|בלי הרשמה|ללא הרשמה|=אורח|=כאורח|guest checkout|guest order|as guest|as a guest",
);
/// Who is signed in already confirms a change.
pub const CONFIRMS: Words = Words(
    "update email|change email|update your email|change your email|delete account|delete your account|delete my account|close account|password to confirm|confirm with your password|e mail andern|konto loschen|modifier l adresse|supprimer le compte|eliminar cuenta|cambiar correo|elimina account|excluir conta|usun konto|avsluta..konto|ta bort..konto|hesabi sil|удалить аккаунт|удалить учетн|退会|注销|탈퇴",
);
/// Who is signed in sends money away.
pub const MOVES_MONEY: Words = Words(
    "withdraw|transfer|uberweis|virement|bonifico|przelew|havale|перевод|转账|轉帳|汇款|振込|이체|تحويل",
);
/// A few digits of a card, asked to recognise somebody.
pub const SOME_DIGITS: Words = Words(
    "issue n|first 4|first 6|last 4|last four|first four|last 5|letzten|derniers|ultimos|ultime|first digits",
);

// ── pages ────────────────────────────────────────────────────────────────────────────────────────────

pub const CHECKOUT: Words = Words(
    "checkout|check out|payment|=pay|place order|billing|purchase|=kasse|zur kasse|bezahl|zahlung|kaufen|paiement|payer|commander|=compra|=pago|pagar|pagament|=cassa|acquista|finalizar|afrekenen|betalen|betaling|bestellen|platnosc|zaplac|zamow|betala|betalning|kassan|odeme|satin al|оплат|оформ|заказ|お支払|決済|購入|支付|付款|结账|結帳|결제|주문|الدفع|إتمام الشراء|pokladn|platba|fizetes|maksu|תשלום|לקופה",
);
pub const CONTACT: Words = Words(
    "contact|message|enquiry|inquiry|feedback|comment|kontakt|nachricht|anfrage|mensaje|consulta|contatt|messaggio|mensagem|contato|bericht|wiadomosc|meddelande|iletisim|mesaj|сообщени|обратн|комментар|お問い合わせ|联系|留言|문의|اتصل|رسالة",
);
/// What the makers of pages call the form of a newsletter.
pub const NEWS: Words = Words("newsletter|news letter|mailing|subscri|suscri|abonn|nyhets|bulten");
pub const NEWSLETTER: Words = Words(
    "newsletter|subscribe|mailing list|mailinglist|sign up for|stay in touch|updates|abonn|infolettre|suscri|boletin|iscriviti alla|assine|novidades|nieuwsbrief|zapisz|nyhetsbrev|bulten|abone|рассылк|подпис|メルマガ|メールマガジン|订阅|訂閱|구독|뉴스레터|النشرة|اشترك|to receive|email alerts|keep me posted|wpcf|gform|mc embedded|mc 4 wp|mailchimp|list manage|hsform|hs form|mailpoet|wysija|klaviyo|drip ef|sendinblue|sib form|createsend|aweber|convertkit|getresponse|nyhedsbrev|uutiskirje|odber|novinky|hirlevel|lettre d info|bulletin|rundbrief|biuletyn|subskry|boletim|القائمة البريدية|ניוזלטר|דיוור|berlangganan|email sign up|email signup|confirm subscription",
);

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    #[test]
    fn patterns_keep_to_words() {
        assert!(Words("=cc").are_in(&fold("cc_exp")));
        assert!(!Words("=cc").are_in(&fold("account")));
        assert!(!Words("card").are_in(&fold("discard")));
        assert!(Words("~mail").are_in(&fold("usermail")));
        assert!(Words("カード番号").are_in(&fold("クレジットカード番号")));
        assert!(Words("create..account").are_in(&fold("Create your free account")));
        assert!(!Words("create..account").are_in(&fold("Account: create")));
        assert!(
            !Words("create..account").are_in(&fold("Create what you like, then tell us of your account"))
        );
        assert_eq!(SIGN_IN.count_in(&fold("Log in. Remember me")), 2);
    }

    const ALL: [Words; 60] = [
        ONCE,
        TRAP,
        NO_PASSWORD,
        NOT_NAME,
        AGE,
        ISSUED,
        GIFT_CARD,
        MOVES_MONEY,
        HONEYPOT,
        SEARCH,
        CARD_NUMBER,
        CARD,
        HOLDER,
        ACCOUNT_NUMBER,
        QUANTITY,
        BANK_CARD,
        OTHER_CARD,
        SECURITY_CODE,
        CODE_NEAR_CARD,
        EXPIRY,
        CARD_HOLDER,
        MONTH,
        YEAR,
        DAY,
        BANK_ACCOUNT,
        NATIONAL_ID,
        BIRTH,
        EMAIL,
        NOT_EMAIL,
        USER_NAME,
        NOT_USER_NAME,
        ACCOUNT_NAME,
        NOT_BIRTH,
        NOTHING,
        NUMBER,
        PHONE,
        ADDRESS,
        NAME,
        ONE_TIME,
        CODE,
        SENT,
        NOT_ONE_TIME,
        PASSWORD,
        NEW,
        WALLET,
        NEW_PASSWORD,
        CURRENT,
        ALREADY,
        SIGN_UP,
        SIGN_IN,
        CHANGE_PASSWORD,
        RECOVERY,
        ACCOUNT,
        GUEST,
        CONFIRMS,
        SOME_DIGITS,
        CHECKOUT,
        CONTACT,
        NEWSLETTER,
        NEWS,
    ];

    /// A pattern that folding would change can never be met.
    #[test]
    fn every_pattern_is_folded() {
        for pattern in ALL.iter().flat_map(|Words(list)| list.split('|')) {
            let bare = pattern.trim_start_matches(['=', '~']).replace("..", " ");
            assert_eq!(fold(&bare).trim(), bare, "{pattern}");
        }
    }

    /// What a shorter pattern meets already is only weight.
    #[test]
    fn no_pattern_is_met_by_another() {
        for Words(list) in ALL {
            let patterns: Vec<&str> = list.split('|').collect();
            for (at, pattern) in patterns.iter().enumerate() {
                let text = match pattern.strip_prefix('=') {
                    Some(whole) => format!(" {whole} "),
                    None => format!(" {}", pattern.replace("..", " ")),
                };
                let other =
                    patterns.iter().enumerate().find(|(other, short)| *other != at && is_in(short, &text));
                assert_eq!(other, None, "{pattern}");
            }
        }
    }
}
