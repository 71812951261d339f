//! What people read at a field, in the languages of shops, with nothing else to tell it by.

use super::*;
use crate::evidence::{Document, Field, Frame, SubmitButton};

/// Language, kind, usual labels.
const LABELS: &str = "\
en | UserName | Username / User name / User ID / Login name / Login ID / Member name / Screen name / Account name / Sign-in name
fr | UserName | Nom d’utilisateur / Identifiant / Identifiant de connexion / Pseudo / Login / Nom de compte / Identifiant client
de | UserName | Benutzername / Nutzername / Benutzerkennung / Anmeldename / Benutzer-ID / Login-Name / Kontoname / Mitgliedsname / Zugangskennung
es | UserName | Nombre de usuario / Usuario / Identificador de usuario / Alias / Nombre de cuenta / ID de usuario / Apodo
it | UserName | Nome utente / Username / Utente / ID utente / Nome account / Codice utente / Nickname
pt | UserName | Nome de utilizador / Nome de usuário / Usuário / Utilizador / Login / ID do usuário / Apelido de usuário / Nome da conta
nl | UserName | Gebruikersnaam / Gebruikers-ID / Inlognaam / Accountnaam / Gebruiker / Schermnaam
pl | UserName | Nazwa użytkownika / Login / Użytkownik / Identyfikator użytkownika / Nazwa konta / Pseudonim
sv | UserName | Användarnamn / Användar-ID / Inloggningsnamn / Kontonamn / Smeknamn
tr | UserName | Kullanıcı adı / Kullanıcı kodu / Rumuz / Hesap adı / Üye adı / Takma ad
ru | UserName | Имя пользователя / Логин / Пользователь / Ваш логин / Псевдоним / Ник / Имя учётной записи / Никнейм
ja | UserName | ユーザー名 / ユーザーID / ログインID / 会員ID / ユーザ名 / ニックネーム / 会員番号 / ログイン名 / アカウント名
zh | UserName | 用户名 / 帐号 / 账号 / 使用者名稱 / 用戶名稱 / 登录名 / 会员名 / 昵称 / 會員帳號 / 账户名
ko | UserName | 아이디 / 사용자 이름 / 사용자명 / 회원 ID / 닉네임 / 회원아이디 / 사용자 ID
ar | UserName | اسم المستخدم / اسم الدخول / معرف المستخدم / اسم الحساب / معرّف المستخدم
he | UserName | שם משתמש / שם המשתמש / כינוי / מזהה משתמש
en | Email | Email / E-mail address / Your email / Email ID / Confirm email
fr | Email | E-mail / Adresse e-mail / Courriel / Adresse électronique / Adresse mail / Mél / Adresse de messagerie / Votre adresse courriel
de | Email | E-Mail / E-Mail-Adresse / Emailadresse / Mailadresse / Ihre Mail / E-Mail wiederholen
es | Email | Correo electrónico / Correo / E-mail / Dirección de correo / Dirección electrónica / Confirmar correo
it | Email | E-mail / Indirizzo e-mail / Posta elettronica / Indirizzo di posta elettronica / Indirizzo email / Casella di posta
pt | Email | E-mail / Endereço de e-mail / Correio eletrónico / Correio electrónico / Endereço eletrônico / Seu e-mail
nl | Email | E-mail / E-mailadres / Mailadres / Elektronisch adres
pl | Email | E-mail / Adres e-mail / Adres poczty elektronicznej / Poczta elektroniczna / Mejl / Adres mailowy
sv | Email | E-post / E-postadress / Epost / Mejladress / Mailadress
tr | Email | E-posta / E-posta adresi / Eposta / E-mail adresiniz / Elektronik posta
ru | Email | Электронная почта / Эл. почта / Адрес электронной почты / Почта / E-mail / Имейл / Емейл / Почтовый ящик
ja | Email | メールアドレス / メール / Ｅメール / 電子メール / Eメールアドレス / Ｅ－ｍａｉｌ / Ｅｍａｉｌ / メアド
zh | Email | 电子邮箱 / 邮箱 / 电子邮件 / 電子郵件 / 電子信箱 / 邮箱地址 / 電郵地址 / 郵箱
ko | Email | 이메일 / 이메일 주소 / 메일 주소 / 전자우편 / E-mail 주소
ar | Email | البريد الإلكتروني / البريد الالكتروني / بريدك الإلكتروني / الإيميل / ايميل / عنوان البريد الإلكتروني
he | Email | דואר אלקטרוני / דוא״ל / אימייל / כתובת מייל / מייל / דואל
en | Code | One-time code / Verification code / Authentication code / OTP / Security key code / SMS code / Passcode / Two-factor code / 2FA code / Enter the 6-digit code / Login code / Confirmation code
fr | Code | Code de vérification / Code à usage unique / Code reçu par SMS / Code de confirmation / Code d’authentification / Code SMS / Code de validation / Code temporaire
de | Code | Bestätigungscode / Einmalcode / Einmalpasswort-Code / SMS-Code / Verifizierungscode / Sicherheitscode aus der SMS / Authentifizierungscode / TAN / Freischaltcode / Anmeldecode / Einmalkennwort-Code / mTAN
es | Code | Código de verificación / Código de un solo uso / Código SMS / Código de confirmación / Código de autenticación / Código temporal
it | Code | Codice di verifica / Codice monouso / Codice OTP / Codice SMS / Codice di conferma / Codice di autenticazione / Codice temporaneo
pt | Code | Código de verificação / Código de uso único / Código SMS / Código de confirmação / Código de autenticação / Código temporário
nl | Code | Verificatiecode / Eenmalige code / Sms-code / Bevestigingscode / Authenticatiecode / Inlogcode / Controlecode
pl | Code | Kod weryfikacyjny / Kod jednorazowy / Kod SMS / Kod potwierdzający / Jednorazowy kod / Kod autoryzacyjny / Kod uwierzytelniający
sv | Code | Verifieringskod / Engångskod / SMS-kod / Bekräftelsekod / Autentiseringskod / Inloggningskod / Säkerhetskod från sms
tr | Code | Doğrulama kodu / Tek kullanımlık kod / SMS kodu / Onay kodu / Tek kullanımlık şifre kodu / Güvenlik kodu (SMS) / Kimlik doğrulama kodu
ru | Code | Код подтверждения / Одноразовый код / Код из SMS / Проверочный код / Код из СМС / Код авторизации / Код проверки / СМС-код / Код аутентификации
ja | Code | 確認コード / 認証コード / ワンタイムコード / ワンタイムパスコード / 認証番号 / 検証コード / 認証キー
zh | Code | 验证码 / 短信验证码 / 驗證碼 / 动态码 / 一次性代码 / 簡訊驗證碼 / 確認碼 / 動態密碼鎖代碼
ko | Code | 인증번호 / 인증 번호 / 인증코드 / 일회용 코드 / 확인 코드 / 보안 인증번호 / 인증 코드
ar | Code | رمز التحقق / رمز التأكيد / رمز لمرة واحدة / كود التحقق / كود التفعيل / رمز التفعيل / الرمز المرسل / رقم التحقق
he | Code | קוד אימות / קוד חד פעמי / קוד חד-פעמי / קוד מהודעת SMS / קוד כניסה / קוד הזדהות
en | CardNumber | Card number / Credit card number / Debit card number / Card no. / Card # / Credit or debit card / Number on card / Payment card number / Credit card #
fr | CardNumber | Numéro de carte / Numéro de la carte / N° de carte / Numéro de carte bancaire / Carte bancaire / Numéro de votre carte / Carte de crédit / Numéro de CB / N° CB
de | CardNumber | Kartennummer / Kreditkartennummer / Kreditkarten-Nr. / Karten-Nr / Nummer der Karte / Kreditkarte / Nummer Ihrer Kreditkarte / Debitkartennummer
es | CardNumber | Número de tarjeta / Número de la tarjeta / N.º de tarjeta / Nº de la tarjeta / Tarjeta de crédito / Número de tu tarjeta / Tarjeta de débito / Nro. de tarjeta
it | CardNumber | Numero di carta / Numero carta / Numero della carta / Carta di credito / N. carta / Numero della tua carta / Carta di debito
pt | CardNumber | Número do cartão / Número de cartão / N.º do cartão / Cartão de crédito / Nº cartão / Número do seu cartão / Cartão de débito
nl | CardNumber | Kaartnummer / Creditcardnummer / Kaart nummer / Nummer van de kaart / Creditcard / Kaartnr. / Betaalkaartnummer / Nummer creditcard
pl | CardNumber | Numer karty / Nr karty / Numer karty kredytowej / Numer karty płatniczej / Karta kredytowa / Numer Twojej karty
sv | CardNumber | Kortnummer / Kreditkortsnummer / Kortnr / Kontokortsnummer / Betalkortsnummer / Kortets nummer / Bankkortsnummer
tr | CardNumber | Kart numarası / Kart no / Kredi kartı numarası / Kartın numarası / Kart numaranız / Banka kartı numarası / Kredi kartı no.
ru | CardNumber | Номер карты / Номер банковской карты / Номер кредитной карты / № карты / Номер вашей карты / Номер пластиковой карты
ja | CardNumber | カード番号 / クレジットカード番号 / カードNo / カードＮｏ． / カード番号（半角数字）
zh | CardNumber | 卡号 / 信用卡号 / 信用卡号码 / 银行卡号 / 卡號 / 信用卡卡號 / 卡片號碼 / 信用卡號碼 / 借记卡号 / 金融卡號 / 卡片号码
ko | CardNumber | 카드번호 / 카드 번호 / 신용카드 번호 / 체크카드 번호 / 신용카드번호
ar | CardNumber | رقم البطاقة / رقم بطاقة الائتمان / رقم البطاقة الائتمانية / رقم بطاقتك / رقم الكارت / رقم بطاقة الدفع
he | CardNumber | מספר כרטיס / מספר כרטיס אשראי / מספר הכרטיס / מס׳ כרטיס / כרטיס אשראי
en | CardExpiry | Expiry date / Expiration date / Expires / Exp. date / Valid thru / MM/YY / Good through / Expiration (MM/YY) / Card expiry / Expires end / Expiry / MM / YY / Valid until / End date
fr | CardExpiry | Date d’expiration / Expire fin / Date d'expiration (MM/AA) / Validité / Date de fin de validité / Expiration / Valable jusqu’au / MM/AA / Date de validité / Fin de validité
de | CardExpiry | Ablaufdatum / Gültig bis / Gültigkeit / Verfallsdatum / MM/JJ / Verfalldatum / Läuft ab / Gültigkeitsdatum / Karte gültig bis
es | CardExpiry | Fecha de caducidad / Caducidad / Fecha de vencimiento / Vencimiento / Fecha de expiración / Válida hasta / MM/AA / Vence / Válido hasta / Expira
it | CardExpiry | Data di scadenza / Scadenza / Scade il / Valida fino a / MM/AA / Mese/anno / Valida fino al
pt | CardExpiry | Data de validade / Validade / Data de vencimento / Data de expiração / Válido até / MM/AA / Vencimento / Expira em / Data de caducidade
nl | CardExpiry | Vervaldatum / Geldig tot / Verloopdatum / Einddatum / MM/JJ / Geldig t/m / Geldigheidsdatum / Geldigheid
pl | CardExpiry | Data ważności / Termin ważności / Ważna do / Data wygaśnięcia / MM/RR / Ważność karty / Karta ważna do
sv | CardExpiry | Utgångsdatum / Giltig till / Giltigt till / Giltighetstid / MM/ÅÅ / Utgår / Går ut / Giltig t.o.m.
tr | CardExpiry | Son kullanma tarihi / Geçerlilik tarihi / Son kullanım tarihi / SKT / AA/YY / Ay/Yıl / Bitiş tarihi
ru | CardExpiry | Срок действия / Действительна до / Годен до / ММ/ГГ / Месяц/год / Действует до / Дата окончания / Истекает / Годна до / Срок окончания
ja | CardExpiry | 有効期限 / 有効期限（月／年） / 有効年月 / カードの有効期限
zh | CardExpiry | 有效期 / 到期日 / 有效期限 / 有效日期 / 截止日期 / 过期日期 / 到期日期 / 失效日期 / 月/年 / 有效年月 / 過期日
ko | CardExpiry | 유효기간 / 만료일 / 유효 기간 / 만료 날짜 / 유효기한 / 월/년
ar | CardExpiry | تاريخ الانتهاء / تاريخ انتهاء الصلاحية / صالحة حتى / تاريخ الصلاحية / تنتهي في / شهر/سنة / الصلاحية / انتهاء الصلاحية
he | CardExpiry | תוקף / תאריך תפוגה / בתוקף עד / תוקף הכרטיס / תפוגה
en | SecurityCode | CVV / CVC / Security code / CVV2 / Card security code / CSC / Card verification value / Card code / CVN / 3 digits on the back / Verification value / Card verification number / CID / 3-digit code / CVC code
fr | SecurityCode | Cryptogramme / Code de sécurité / Cryptogramme visuel / CVV / Code CVC / Code de vérification de la carte / 3 chiffres au dos / Code à 3 chiffres
de | SecurityCode | Prüfnummer / Sicherheitscode / Kartenprüfnummer / Prüfziffer / CVC / Kartenprüfziffer / Sicherheitsnummer / Kartencode / CVV-Code
es | SecurityCode | Código de seguridad / CVV / CVC / Código CVV / Código de verificación / Clave de seguridad de la tarjeta / Código de la tarjeta
it | SecurityCode | Codice di sicurezza / CVV / Codice CVV / Codice di verifica / Codice sicurezza / Codice di controllo
pt | SecurityCode | Código de segurança / CVV / Código CVV / CVC / Cód. de segurança / Código de verificação do cartão / Código do cartão
nl | SecurityCode | Beveiligingscode / Veiligheidscode / CVC-code / Kaartverificatiecode / CVV / Controlecijfer / Controlegetal
pl | SecurityCode | Kod CVV / Kod zabezpieczający / CVV2/CVC2 / Kod bezpieczeństwa / Kod CVC / Kod weryfikacyjny karty
sv | SecurityCode | Säkerhetskod / CVC-kod / CVV / Kontrollkod / Kortets säkerhetskod / Kontrollsiffror / Verifieringskod
tr | SecurityCode | Güvenlik kodu / CVV / CVC / CVV2 kodu / Kart güvenlik kodu / Güvenlik numarası
ru | SecurityCode | Код безопасности / CVV / CVC/CVV / Код CVV2 / Проверочный код / Защитный код / Код карты / Секретный код
ja | SecurityCode | セキュリティコード / セキュリティーコード / CVV / 裏面3桁の番号 / カード確認番号 / セキュリティ番号 / セキュリティＣＤ
zh | SecurityCode | 安全码 / 安全碼 / 校验码 / CVV / CVN2 / 末三码 / 卡片背面末三碼 / 卡背面后三位 / 檢查碼 / 末三碼 / 卡验证码 / 后三码
ko | SecurityCode | 보안코드 / CVC / CVC 번호 / 보안 코드 / 카드 확인 코드 / 뒷면 3자리
ar | SecurityCode | رمز الأمان / رمز CVV / رمز التحقق / كود الأمان / الرمز السري للبطاقة / رمز الامان / رقم الأمان
he | SecurityCode | קוד אבטחה / CVV / 3 ספרות בגב הכרטיס / ספרות ביקורת / קוד ביטחון
en | CardHolder | Name on card / Cardholder name / Cardholder’s name / Card holder / Name as it appears on card / Name (as on card) / Name on the card / Card owner / Holder’s name / Name on credit card / Name of cardholder
fr | CardHolder | Titulaire de la carte / Nom sur la carte / Nom du titulaire / Nom du porteur / Nom inscrit sur la carte / Détenteur de la carte / Nom figurant sur la carte / Porteur de la carte
de | CardHolder | Karteninhaber / Name des Karteninhabers / Name auf der Karte / Inhaber der Karte / Kreditkarteninhaber / Name auf Karte
es | CardHolder | Titular de la tarjeta / Nombre en la tarjeta / Nombre del titular / Titular / Nombre que aparece en la tarjeta / Nombre impreso en la tarjeta / Propietario de la tarjeta
it | CardHolder | Titolare della carta / Intestatario / Nome sulla carta / Nome del titolare / Intestatario carta / Intestata a
pt | CardHolder | Titular do cartão / Nome no cartão / Nome impresso no cartão / Nome do titular / Nome como está no cartão / Nome escrito no cartão
nl | CardHolder | Naam op kaart / Naam op de kaart / Kaarthouder / Naam kaarthouder / Naam van de kaarthouder / Naam op creditcard
pl | CardHolder | Posiadacz karty / Imię i nazwisko na karcie / Właściciel karty / Imię i nazwisko posiadacza karty / Nazwa na karcie / Dane posiadacza karty
sv | CardHolder | Kortinnehavare / Namn på kortet / Kortinnehavarens namn / Namn på kort / Kortets innehavare
tr | CardHolder | Kart sahibi / Kart üzerindeki isim / Kart üzerindeki ad / Kart sahibinin adı / Karttaki isim / Kartın üzerindeki isim
ru | CardHolder | Владелец карты / Имя на карте / Держатель карты / Имя и фамилия на карте / Имя владельца карты / Имя держателя
ja | CardHolder | カード名義 / カード名義人 / 名義人 / カード所有者名 / 名義 / カード記載の名前
zh | CardHolder | 持卡人 / 持卡人姓名 / 卡上姓名 / 持卡人姓名（拼音） / 卡片姓名 / 卡主姓名 / 信用卡上的姓名
ko | CardHolder | 카드 소유자 / 카드 소유자 이름 / 카드 명의자 / 카드소유자명 / 카드에 표시된 이름 / 카드상의 이름
ar | CardHolder | اسم حامل البطاقة / اسم صاحب البطاقة / الاسم على البطاقة / الاسم كما يظهر على البطاقة / حامل البطاقة
he | CardHolder | שם בעל הכרטיס / בעל הכרטיס / שם על הכרטיס / שם מחזיק הכרטיס / שם על גבי הכרטיס
en | BankAccount | IBAN / Account number / Bank account number / Sort code / Routing number / BIC / SWIFT code / ABA number / BSB / IFSC code
fr | BankAccount | IBAN / Numéro de compte / BIC / RIB / Numéro de compte bancaire / Code banque / Code guichet / N° de compte
de | BankAccount | IBAN / Kontonummer / Bankleitzahl / BLZ / BIC / Konto-Nr. / Bankverbindung
es | BankAccount | IBAN / Número de cuenta / Cuenta bancaria / Número de cuenta bancaria / CBU / CLABE / CLABE interbancaria / N.º de cuenta / Número de la cuenta
it | BankAccount | IBAN / Numero di conto / Numero conto / Conto corrente / Codice IBAN / Numero conto corrente / Numero del conto
pt | BankAccount | IBAN / Número da conta / Conta bancária / NIB / Número de conta / Conta corrente / Chave Pix
nl | BankAccount | IBAN / Rekeningnummer / Bankrekening / Bankrekeningnummer / Rekening nummer
pl | BankAccount | IBAN / Numer konta / Numer rachunku / Numer rachunku bankowego / Nr konta / Rachunek bankowy / Nr rachunku
sv | BankAccount | IBAN / Kontonummer / Clearingnummer / Bankkonto / Bankgiro / Bankkontonummer / Plusgiro
tr | BankAccount | IBAN / Hesap numarası / Banka hesabı / Hesap no / IBAN numarası / Banka hesap numarası
ru | BankAccount | IBAN / Номер счёта / Расчётный счёт / БИК / Банковский счёт / Лицевой счёт / Номер банковского счёта
ja | BankAccount | 口座番号 / 銀行口座 / 支店番号 / 支店コード / 銀行口座番号 / 金融機関コード
zh | BankAccount | 银行账号 / 银行帐号 / 銀行帳號 / 银行账户 / 銀行帳戶 / 收款账号 / 轉帳帳號
ko | BankAccount | 계좌번호 / 계좌 번호 / 은행 계좌 / 입금 계좌
ar | BankAccount | رقم الحساب / رقم الحساب البنكي / الحساب البنكي / رقم الآيبان / الآيبان / رقم الحساب المصرفي
he | BankAccount | מספר חשבון / חשבון בנק / מספר חשבון בנק / מספר סניף
en | NationalId | Social security number / SSN / National ID / National insurance number / Passport number / Tax ID / Driver’s license number / Driving licence number / ID card number / NI number / Identity number / National identification number / Social insurance number / Aadhaar number / Last 4 digits of SSN
fr | NationalId | Numéro de sécurité sociale / Numéro de passeport / Numéro fiscal / Carte d’identité / N° de sécurité sociale / Numéro de carte d’identité / Numéro d’identité / Pièce d’identité
de | NationalId | Steuer-ID / Steuernummer / Personalausweisnummer / Reisepassnummer / Sozialversicherungsnummer / Ausweisnummer / Passnummer / Steueridentifikationsnummer / Führerscheinnummer / AHV-Nummer
es | NationalId | DNI / NIF / CURP / Número de documento / Pasaporte / Número de pasaporte / Documento de identidad / RUT / Cédula / Número de seguridad social / Número de identificación / Cédula de ciudadanía / DNI/NIE
it | NationalId | Codice fiscale / Numero passaporto / Carta d’identità / Numero documento / Numero di passaporto / Documento d’identità
pt | NationalId | CPF / CNPJ / NIF / Número de contribuinte / Passaporte / RG / CPF/CNPJ / Bilhete de identidade / Cartão de cidadão / Número de identificação fiscal / Documento de identidade
nl | NationalId | BSN / Burgerservicenummer / Paspoortnummer / Rijksregisternummer / Identiteitskaart / Identiteitsnummer
pl | NationalId | PESEL / Numer dowodu / Numer paszportu / Numer dowodu osobistego / Seria i numer dowodu
sv | NationalId | Personnummer / Passnummer / Samordningsnummer / Ditt personnummer
tr | NationalId | TC kimlik no / T.C. Kimlik Numarası / Kimlik numarası / Pasaport numarası / Pasaport no / Vergi kimlik no / Kimlik no / TCKN
ru | NationalId | ИНН / СНИЛС / Паспорт / Серия и номер паспорта / Номер паспорта / Паспортные данные / ИИН
ja | NationalId | マイナンバー / 個人番号 / パスポート番号 / 旅券番号
zh | NationalId | 身份证 / 身份证号码 / 身分證字號 / 护照号码 / 護照號碼 / 证件号码 / 身份證號碼 / 身分證號 / 證件號碼
ko | NationalId | 주민등록번호 / 여권번호 / 여권 번호 / 외국인등록번호 / 주민번호
ar | NationalId | رقم الهوية / رقم الهوية الوطنية / رقم جواز السفر / الرقم القومي / الرقم الوطني / رقم الإقامة / رقم البطاقة الشخصية / رقم الجواز
he | NationalId | תעודת זהות / מספר תעודת זהות / ת.ז. / מספר דרכון / מספר זהות / ת״ז
en | BirthDate | Date of birth / Birth date / Birthday / DOB / Birthdate / Born on / D.O.B. / Year of birth
fr | BirthDate | Date de naissance / Né le / Né(e) le / Votre anniversaire / Date d’anniversaire / Année de naissance
de | BirthDate | Geburtsdatum / Geburtstag / Geb.-Datum / Geburtsjahr / Geboren am
es | BirthDate | Fecha de nacimiento / Nacimiento / Cumpleaños / Año de nacimiento / F. nacimiento
it | BirthDate | Data di nascita / Nato il / Compleanno / Nato/a il / Anno di nascita
pt | BirthDate | Data de nascimento / Nascimento / Aniversário / Data nasc. / Data de aniversário / Dt. nascimento
nl | BirthDate | Geboortedatum / Geboortedag / Verjaardag / Geboortejaar / Geboren op
pl | BirthDate | Data urodzenia / Urodziny / Rok urodzenia / Dzień urodzenia
sv | BirthDate | Födelsedatum / Födelsedag / Födelseår / Född
tr | BirthDate | Doğum tarihi / Doğum günü / Doğum yılı / Doğum tarihiniz
ru | BirthDate | Дата рождения / День рождения / Год рождения / Родился
ja | BirthDate | 生年月日 / 誕生日 / お誕生日 / 生まれた年
zh | BirthDate | 出生日期 / 生日 / 出生年月
ko | BirthDate | 생년월일 / 생일 / 출생년도 / 출생일
ar | BirthDate | تاريخ الميلاد / تاريخ الولادة / تاريخ ميلادك / سنة الميلاد / عيد الميلاد
he | BirthDate | תאריך לידה / יום הולדת / שנת לידה / ת. לידה
en | Phone | Phone / Phone number / Mobile / Telephone / Cell phone / Mobile number / Contact number
fr | Phone | Téléphone / Numéro de téléphone / Portable / Mobile / Tél. / N° de mobile
de | Phone | Telefon / Telefonnummer / Handynummer / Mobilnummer / Tel. / Rufnummer
es | Phone | Teléfono / Número de teléfono / Móvil / Celular / Teléfono móvil / Tel.
it | Phone | Telefono / Cellulare / Numero di telefono / Recapito telefonico / Tel.
pt | Phone | Telefone / Telemóvel / Celular / Número de telefone / Contacto telefónico
nl | Phone | Telefoon / Telefoonnummer / Mobiel nummer / Mobiele telefoon / Gsm
pl | Phone | Telefon / Numer telefonu / Telefon komórkowy / Nr telefonu / Komórka
sv | Phone | Telefon / Telefonnummer / Mobil / Mobilnummer / Mobiltelefon
tr | Phone | Telefon / Telefon numarası / Cep telefonu / Cep telefonu numarası / GSM
ru | Phone | Телефон / Номер телефона / Мобильный телефон / Мобильный / Сотовый / Номер мобильного
ja | Phone | 電話番号 / 携帯電話 / 携帯番号 / お電話番号 / ご連絡先電話番号 / TEL
zh | Phone | 电话 / 手机号码 / 手机号 / 電話號碼 / 手機號碼 / 联系电话 / 聯絡電話 / 手機
ko | Phone | 전화번호 / 휴대폰 / 휴대전화 번호 / 핸드폰 번호 / 연락처 / 휴대폰 번호
ar | Phone | رقم الهاتف / الهاتف / الجوال / رقم الجوال / رقم الموبايل / هاتف محمول / رقم التليفون
he | Phone | טלפון / מספר טלפון / טלפון נייד / נייד / סלולרי";

/// Language, then for a change: old password, new password, the new one again, heading.
const CHANGES: &str = "\
en | Current password | New password | Confirm new password | Change password
en | Old password | New password | Re-enter password | Reset your password
en | Existing password | Choose a password | Retype password | Update your password
fr | Mot de passe actuel | Nouveau mot de passe | Confirmer le nouveau mot de passe | Modifier le mot de passe
fr | Ancien mot de passe | Nouveau mot de passe | Confirmation du mot de passe | Changer de mot de passe
fr | Mot de passe courant | Nouveau mot de passe | Saisissez-le à nouveau | Réinitialiser votre mot de passe
de | Aktuelles Passwort | Neues Passwort | Neues Passwort bestätigen | Passwort ändern
de | Altes Kennwort | Neues Kennwort | Kennwort wiederholen | Kennwort zurücksetzen
de | Derzeitiges Passwort | Neues Passwort | Passwort erneut eingeben | Neues Passwort festlegen
es | Contraseña actual | Nueva contraseña | Confirmar contraseña | Cambiar contraseña
es | Contraseña anterior | Contraseña nueva | Repita la contraseña | Restablecer contraseña
es | Contraseña antigua | Nueva clave | Vuelve a escribir la contraseña | Cambia tu contraseña
it | Password attuale | Nuova password | Conferma password | Cambia password
it | Vecchia password | Nuova password | Ripeti la nuova password | Modifica password
it | Password corrente | Nuova password | Reinserisci la password | Reimposta la password
pt | Senha atual | Nova senha | Confirme a nova senha | Alterar senha
pt | Palavra-passe atual | Nova palavra-passe | Confirmar palavra-passe | Redefinir palavra-passe
pt | Senha antiga | Nova senha | Repita a senha | Mudar senha
nl | Huidig wachtwoord | Nieuw wachtwoord | Bevestig nieuw wachtwoord | Wachtwoord wijzigen
nl | Oud wachtwoord | Nieuw wachtwoord | Herhaal wachtwoord | Wachtwoord opnieuw instellen
pl | Obecne hasło | Nowe hasło | Powtórz nowe hasło | Zmień hasło
pl | Stare hasło | Nowe hasło | Potwierdź hasło | Zmiana hasła
pl | Aktualne hasło | Nowe hasło | Wpisz ponownie hasło | Resetowanie hasła
sv | Nuvarande lösenord | Nytt lösenord | Bekräfta nytt lösenord | Byt lösenord
sv | Gammalt lösenord | Nytt lösenord | Upprepa lösenord | Ändra lösenord
sv | Befintligt lösenord | Nytt lösenord | Ange lösenordet igen | Återställ lösenord
tr | Mevcut şifre | Yeni şifre | Yeni şifre tekrar | Şifre değiştir
tr | Eski şifre | Yeni şifre | Şifreyi onayla | Şifremi değiştir
tr | Şu anki parola | Yeni parola | Yeni parolayı doğrula | Parola sıfırla
ru | Текущий пароль | Новый пароль | Повторите новый пароль | Изменить пароль
ru | Старый пароль | Новый пароль | Подтвердите пароль | Смена пароля
ru | Действующий пароль | Новый пароль | Пароль ещё раз | Сменить пароль
ja | 現在のパスワード | 新しいパスワード | 新しいパスワード（確認） | パスワード変更
ja | 旧パスワード | 新パスワード | パスワード再入力 | パスワードの変更
ja | 今のパスワード | 新しいパスワード | もう一度入力 | パスワードの再設定
zh | 当前密码 | 新密码 | 确认新密码 | 修改密码
zh | 旧密码 | 新密码 | 再次输入密码 | 更改密码
zh | 目前密碼 | 新密碼 | 確認新密碼 | 變更密碼
zh | 原密碼 | 新密碼 | 再次輸入新密碼 | 重設密碼
zh | 舊密碼 | 新密碼 | 請再輸入一次 | 修改密碼
ko | 현재 비밀번호 | 새 비밀번호 | 새 비밀번호 확인 | 비밀번호 변경
ko | 기존 비밀번호 | 새로운 비밀번호 | 비밀번호 재입력 | 비밀번호 재설정
ar | كلمة المرور الحالية | كلمة المرور الجديدة | تأكيد كلمة المرور الجديدة | تغيير كلمة المرور
ar | كلمة السر القديمة | كلمة السر الجديدة | أعد إدخال كلمة السر | تغيير كلمة السر
ar | كلمة المرور القديمة | كلمة مرور جديدة | أكد كلمة المرور | إعادة تعيين كلمة المرور
he | סיסמה נוכחית | סיסמה חדשה | אימות סיסמה חדשה | שינוי סיסמה
he | סיסמה ישנה | סיסמה חדשה | הקלד שוב את הסיסמה | איפוס סיסמה";

/// Cards, numbers and codes that pay nothing, let nobody in and name nobody.
const OTHERS: &str = "\
en | Gift card number / Loyalty card number / Promo code / Coupon code / Discount code / Order number / Tracking number / Invoice number / Product code / Club card number / Student card number / Referral code / Membership card no. / Library card number / Reward card number / Code shown in the picture / Enter your code / Zip code / Card message / Business card title / SIM card number / Voucher number / Item number / Number of cards
fr | Numéro de carte cadeau / Numéro de carte de fidélité / Code promo / Numéro de commande / Code postal / Bon de réduction / Code avantage / Numéro de facture / Code parrainage / Numéro de client / Carte d’abonnement n° / Nombre de cartes
de | Gutscheincode / Kundenkartennummer / Geschenkkartennummer / Bestellnummer / Rechnungsnummer / Postleitzahl / Aktionscode / Treuekarte Nummer / Artikelnummer / Kundenkarte Nr. / Rabattcode / Mitgliedskarte Nr. / Steuern sparen / Sendungsnummer / Anzahl der Karten
es | Número de tarjeta regalo / Código promocional / Código postal / Número de pedido / Número de tarjeta de fidelidad / Cupón / Código de descuento / Código de cupón / Número de socio / Tarjeta de puntos n.º / Número de factura / Sin número / Número de seguimiento
it | Numero carta regalo / Codice promozionale / Codice sconto / Numero ordine / Numero carta fedeltà / Codice postale / Buono sconto / Codice coupon / Numero tessera / Codice articolo
pt | Número do cartão presente / Código promocional / Cupom de desconto / Número do pedido / Código postal / Código do cupom / Cartão fidelidade nº / Número de encomenda / Código do produto
nl | Cadeaukaartnummer / Kortingscode / Bestelnummer / Postcode / Klantenkaart nummer / Actiecode / Vouchercode / Cadeaubon / Artikelnummer / Factuurnummer
pl | Numer karty podarunkowej / Kod rabatowy / Kod promocyjny / Numer zamówienia / Kod pocztowy / Numer karty stałego klienta / Numer faktury / Nie podawaj numeru / Numer karty lojalnościowej
sv | Presentkortsnummer / Rabattkod / Kampanjkod / Ordernummer / Postnummer / Medlemskort nummer / Kort beskrivning / Kort meddelande / Fakturanummer / Presentkort nr
tr | Hediye kartı numarası / İndirim kodu / Kupon kodu / Sipariş numarası / Posta kodu / Promosyon kodu / Fatura numarası / Sadakat kartı numarası
ru | Номер подарочной карты / Промокод / Код купона / Номер заказа / Почтовый индекс / Номер дисконтной карты / Номер бонусной карты / Карта лояльности, номер / Код товара / Номер скидочной карты
ja | ギフトカード番号 / ポイントカード番号 / クーポンコード / 注文番号 / 郵便番号 / プロモーションコード / 会員カード番号 / 商品コード / 招待コード / 伝票番号
zh | 礼品卡号 / 会员卡号 / 优惠码 / 订单号 / 邮编 / 优惠券代码 / 禮品卡號碼 / 會員卡號 / 优惠代码 / 折扣碼 / 图形验证码 / 购物卡号 / 统一编号 / 快递单号
ko | 기프트카드 번호 / 할인 코드 / 쿠폰 번호 / 주문번호 / 우편번호 / 적립카드 번호 / 멤버십 카드 번호 / 운송장 번호 / 상품 코드
ar | رقم بطاقة الهدية / رمز الخصم / كود الخصم / رقم الطلب / الرمز البريدي / رقم بطاقة الولاء / رقم الفاتورة / رمز القسيمة / رقم بطاقة العضوية
he | מספר כרטיס מתנה / קוד קופון / קוד הנחה / מספר הזמנה / מיקוד / מספר כרטיס מועדון / מספר חשבונית / קוד מוצר";

fn field(kind: &str, label: &str) -> Field {
    Field {
        tag: "input".into(),
        r#type: kind.into(),
        form: Some(0),
        label: label.into(),
        visible: true,
        ..Field::default()
    }
}

fn page(heading: &str, fields: Vec<Field>) -> Frame {
    let fields = fields.into_iter().zip(0..).map(|(field, index)| Field { index, ..field }).collect();
    Frame {
        parent: -1,
        url: "https://shop.example/".into(),
        document: Document { headings: vec![heading.into()], ..Document::default() },
        fields,
        forms: vec![crate::evidence::Form {
            buttons: vec![SubmitButton::default()],
            ..form("https://shop.example/")
        }],
        ..Frame::default()
    }
}

/// Fields of a card beside it, without which no number is a card's.
fn told(kind: &str, label: &str) -> Kind {
    let beside: &[&str] = match kind {
        "CardNumber" => &["cc-csc"],
        "CardExpiry" | "SecurityCode" | "CardHolder" => &["cc-number"],
        _ => &[],
    };
    let card = beside.iter().map(|token| Field { autocomplete: (*token).into(), ..field("text", "") });
    let fields = card.chain([field("text", label)]).collect();
    *kinds(&page("", fields)).last().unwrap()
}

#[test]
fn a_label_says_what_a_field_is_for() {
    let mut wrong = Vec::new();
    for line in LABELS.lines() {
        let [language, kind, labels] = line.split(" | ").collect::<Vec<_>>().try_into().unwrap();
        for label in labels.split(" / ") {
            let told = format!("{:?}", told(kind, label));
            if told != kind {
                wrong.push(format!("{language} {kind} {label}: {told}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_old_password_is_told_from_a_new_one() {
    use Kind::{CurrentPassword as Old, NewPassword as New};
    let mut wrong = Vec::new();
    for line in CHANGES.lines() {
        let [_, old, new, again, heading] = line.split(" | ").collect::<Vec<_>>().try_into().unwrap();
        for (heading, labels, right, changes) in [
            ("", vec![old, new, again], vec![Old, New, New], true),
            (heading, vec![old, new, again], vec![Old, New, New], true),
            ("", vec![old, new], vec![Old, New], true),
            ("", vec![new, again], vec![New, New], false),
            (heading, vec![new, again], vec![New, New], true),
        ] {
            let page = page(heading, labels.iter().map(|label| field("password", label)).collect());
            let kinds = kinds(&page);
            let pages = page_kinds(&page, &kinds);
            if kinds != right || changes != pages.contains(&PageKind::ChangePassword) {
                wrong.push(format!("{line}: {heading} {labels:?} {kinds:?} {pages:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn other_cards_and_codes_ask_for_nothing_that_matters() {
    let mut wrong = Vec::new();
    for line in OTHERS.lines() {
        let (language, labels) = line.split_once(" | ").unwrap();
        for label in labels.split(" / ") {
            let shop = page("Checkout", vec![field("text", label), field("text", "First name")]);
            let card = |token: &str| Field { autocomplete: token.into(), ..field("text", "") };
            let pays = page("", vec![card("cc-number"), card("cc-exp"), field("text", label)]);
            for (place, page, at) in [("alone", shop, 0), ("beside a card", pays, 2)] {
                let kind = kinds(&page)[at];
                let matters = kind.signs_in() || kind.is_card();
                if matters
                    || matches!(kind, Kind::BankAccount | Kind::NationalId | Kind::Email | Kind::BirthDate)
                {
                    wrong.push(format!("{language} {label} {place}: {kind:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
