//! The same forms in the languages of shops: nothing but what a person reads tells them apart.

use super::*;
use crate::evidence::{Document, Field, Form, Frame, SubmitButton};

/// Language, title and button of a sign-in, user name, e-mail, title and button of a sign-up, repeated
/// password, title and button of a search.
const LANGUAGES: &str = "\
en | Sign in | Log in | Username | Email address | Create your account | Join | Password again | Go
en | My account | Sign in | User ID | E-mail | New customers | Create an account | Retype password | Search
fr | Connexion | Se connecter | Nom d’utilisateur | Adresse e-mail | Créer un compte | S’inscrire | Confirmez le mot de passe | Rechercher
fr | Identifiez-vous | Je me connecte | Identifiant | Courriel | Inscription | Créer mon compte client | Répétez le mot de passe | Chercher
de | Anmelden | Einloggen | Benutzername | E-Mail-Adresse | Konto erstellen | Registrieren | Passwort wiederholen | Suchen
de | Login für Kunden | Anmelden | Kundennummer | E-Mail | Neues Kundenkonto anlegen | Jetzt registrieren | Passwort bestätigen | Suche
es | Iniciar sesión | Entrar | Nombre de usuario | Correo electrónico | Crear una cuenta | Regístrate | Repite la contraseña | Buscar
es | Accede a tu cuenta | Ingresar | Usuario | Correo | Crea tu cuenta gratis | Crear cuenta | Confirmar contraseña | Buscar
it | Accedi | Entra | Nome utente | Indirizzo e-mail | Crea il tuo account | Registrati | Ripeti password | Cerca
pt | Iniciar sessão | Entrar | Nome de utilizador | Endereço de e-mail | Crie sua conta | Cadastre-se | Repita a senha | Pesquisar
pt | Acesse sua conta | Acessar | Usuário | E-mail | Abrir conta | Registar | Confirmar palavra-passe | Busca
nl | Inloggen | Log in | Gebruikersnaam | E-mailadres | Maak een account aan | Registreren | Herhaal wachtwoord | Zoeken
nl | Aanmelden | Aanmelden | Gebruikersnaam | E-mail | Account aanmaken | Account aanmaken | Bevestig wachtwoord | Zoek
pl | Logowanie | Zaloguj się | Nazwa użytkownika | Adres e-mail | Załóż konto | Zarejestruj się | Powtórz hasło | Szukaj
sv | Logga in | Logga in | Användarnamn | E-postadress | Skapa ett konto | Bli medlem | Upprepa lösenord | Sök
tr | Giriş yap | Oturum aç | Kullanıcı adı | E-posta adresi | Yeni hesap oluştur | Üye ol | Şifre tekrar | Ara
ru | Вход на сайт | Войти | Имя пользователя | Электронная почта | Создать учётную запись | Зарегистрироваться | Повторите пароль | Найти
ja | ログイン | ログインする | ユーザー名 | メールアドレス | アカウントを作成 | 会員登録 | パスワード（確認） | 検索
zh | 登录 | 登录 | 用户名 | 电子邮箱 | 创建账户 | 立即注册 | 确认密码 | 搜索
zh | 會員登入 | 登入 | 帳號 | 電子郵件 | 加入會員 | 建立帳戶 | 再次輸入密碼 | 搜尋
ko | 로그인 | 로그인 | 아이디 | 이메일 | 계정 만들기 | 회원가입 | 비밀번호 확인 | 검색
ar | تسجيل الدخول | دخول | اسم المستخدم | البريد الإلكتروني | إنشاء حساب جديد | سجل الآن | تأكيد كلمة المرور | بحث
en | Welcome back | Sign in to your account | Login ID | Your email | Create account | Create my account | Verify password | Search
en | Returning customers | Log me in | User name | Email ID | Open an account | Register now | Re-type password | Search our store
en | Customer login | Sign in securely | Username | Email | Get started for free | Sign up with email | Password (again) | Keyword
fr | Espace client | Connectez-vous | Pseudo | Adresse électronique | Créez votre compte | Je crée mon compte | Saisissez à nouveau le mot de passe | Recherche
fr | Déjà client ? | Valider et se connecter | Nom de compte | Adresse mail | Nouveau client | Ouvrir un compte | Retapez votre mot de passe | Rechercher un produit
fr | Accéder à mon compte | Ouvrir une session | Identifiant | E-mail | Rejoignez-nous | M’inscrire | Confirmation du mot de passe | Chercher
de | Ich bin bereits Kunde | Login | Benutzerkennung | Mailadresse | Ich bin Neukunde | Konto anlegen | Kennwort wiederholen | Suchbegriff
de | Mein Konto | Jetzt anmelden | Nutzername | E-Mail | Registrierung | Kundenkonto eröffnen | Passwort erneut eingeben | Suchen
es | Identifícate | Acceder | Nombre de usuario | Dirección de correo | Nuevo cliente | Crear mi cuenta | Vuelve a escribir la contraseña | Búsqueda
es | Ya soy cliente | Iniciar sesión | Usuario | E-mail | Registro de usuario | Darme de alta | Repetir contraseña | Buscar productos
it | Area clienti | Entra nel tuo account | Username | Posta elettronica | Registrazione | Crea un account | Conferma password | Ricerca
it | Sei già registrato? | Login | Nome account | E-mail | Nuovo cliente | Iscriviti ora | Reinserisci la password | Cerca nel sito
pt | Já sou cliente | Fazer login | Nome de usuário | Seu e-mail | Criar conta | Criar minha conta | Confirme a senha | Buscar
pt | Identifique-se | Entre na sua conta | Utilizador | Correio eletrónico | Novo cliente | Quero me cadastrar | Repetir senha | Pesquisa
nl | Ik heb al een account | Inloggen | Inlognaam | Mailadres | Nieuwe klant | Account maken | Wachtwoord nogmaals | Zoekterm
nl | Mijn account | Log in | Gebruikersnaam | E-mail | Registratie | Maak mijn account aan | Wachtwoord bevestigen | Zoek een product
pl | Zaloguj się do konta | Zaloguj | Login | Adres e-mail | Rejestracja | Utwórz konto | Potwierdź hasło | Wyszukaj
pl | Mam już konto | Zaloguj | Nazwa konta | Poczta elektroniczna | Nowy klient | Załóż konto | Hasło ponownie | Czego szukasz
sv | Inloggning | Logga in | Användar-ID | Mejladress | Registrering | Skapa konto | Bekräfta lösenord | Sök produkt
sv | Redan kund? | Logga in på mitt konto | Kontonamn | E-post | Ny kund | Registrera dig | Lösenord igen | Sök efter
tr | Üye girişi | Giriş | Üye adı | E-posta | Üyelik oluştur | Kayıt ol | Şifreyi onayla | Ürün ara
tr | Hesabıma giriş | Oturum açın | Kullanıcı kodu | Eposta adresiniz | Üye olun | Hesap oluştur | Şifre (tekrar) | Arama
ru | Авторизация | Вход | Логин | Эл. почта | Регистрация | Создать аккаунт | Подтверждение пароля | Поиск
ru | Личный кабинет | Войти в аккаунт | Пользователь | Почта | Новый пользователь | Регистрация | Пароль ещё раз | Искать товары
ja | 会員ログイン | サインイン | 会員ID | メール | 新規会員登録 | 登録する | パスワード再入力 | キーワード検索
ja | ログイン画面 | ログイン | ログインID | Ｅメール | はじめてのお客様 | アカウント作成 | パスワード（再入力） | 商品検索
zh | 用户登录 | 立即登录 | 账号 | 邮箱 | 注册新用户 | 注册 | 重复密码 | 查询
zh | 账号登录 | 登 录 | 登录名 | 电子邮件 | 免费注册 | 同意并注册 | 再次输入密码 | 搜索商品
zh | 登入 | 會員登入 | 使用者名稱 | 電子信箱 | 註冊新帳號 | 註冊 | 確認密碼 | 搜尋商品
ko | 회원 로그인 | 로그인하기 | 회원 ID | 이메일 주소 | 회원 가입 | 가입하기 | 비밀번호 재입력 | 통합검색
ar | دخول الأعضاء | تسجيل دخول | اسم الدخول | البريد الالكتروني | تسجيل عضو جديد | إنشاء حساب | إعادة كلمة المرور | ابحث هنا
ar | مرحبا بعودتك، سجل دخولك | سجّل الدخول | معرف المستخدم | الإيميل | فتح حساب جديد | التسجيل | أعد كتابة كلمة المرور | البحث
he | התחברות | כניסה | כינוי | אימייל | הרשמה לאתר | צור חשבון | הקלד סיסמה שוב | חפש
he | כניסת לקוחות | היכנס | שם המשתמש | מייל | לקוח חדש | הצטרף | וידוא סיסמה | חיפוש מוצרים
cs | Přihlášení | Přihlásit se | Uživatelské jméno | E-mail | Registrace | Zaregistrovat se | Heslo znovu | Hledat
da | Log ind | Log ind | Brugernavn | E-mailadresse | Opret konto | Opret bruger | Gentag adgangskode | Søg
no | Logg inn | Logg på | Brukernavn | E-postadresse | Opprett konto | Registrer deg | Gjenta passord | Søk
fi | Kirjaudu sisään | Kirjaudu | Käyttäjätunnus | Sähköposti | Luo tili | Rekisteröidy | Toista salasana | Hae
hu | Bejelentkezés | Belépés | Felhasználónév | E-mail cím | Regisztráció | Regisztrálok | Jelszó újra | Keresés
ro | Autentificare | Conectare | Nume utilizator | Adresa de email | Creează cont | Înregistrare | Repetă parola | Caută
uk | Вхід | Увійти | Ім’я користувача | Електронна пошта | Реєстрація | Зареєструватися | Повторіть пароль | Пошук
bg | Вход | Влез | Потребителско име | Имейл адрес | Регистрация | Регистрирай се | Повтори паролата | Търсене
he | כניסה לחשבון | התחבר | שם משתמש | דואר אלקטרוני | יצירת חשבון | הרשמה | אימות סיסמה | חיפוש
el | Σύνδεση | Είσοδος | Όνομα χρήστη | Ηλεκτρονικό ταχυδρομείο | Εγγραφή | Δημιουργία λογαριασμού | Επιβεβαίωση κωδικού | Αναζήτηση
vi | Đăng nhập | Đăng nhập | Tên đăng nhập | Email | Đăng ký | Tạo tài khoản | Nhập lại mật khẩu | Tìm kiếm
fa | ورود | ورود به سایت | نام کاربری | ایمیل | ثبت نام | عضویت | تکرار رمز عبور | جستجو
id | Masuk | Masuk | Nama pengguna | Alamat email | Buat akun | Daftar | Ulangi kata sandi | Cari";

fn languages() -> impl Iterator<Item = [&'static str; 9]> {
    LANGUAGES.lines().filter_map(|line| line.split(" | ").collect::<Vec<_>>().try_into().ok())
}

fn field(index: u32, kind: &str, label: &str) -> Field {
    Field {
        index,
        form: Some(0),
        tag: "input".into(),
        r#type: kind.into(),
        name: format!("f{index}"),
        label: label.into(),
        visible: true,
        ..Field::default()
    }
}

fn page(title: &str, button: &str, fields: Vec<Field>) -> Frame {
    let button = SubmitButton { text: button.into(), ..SubmitButton::default() };
    Frame {
        parent: -1,
        url: "https://shop.example/".into(),
        document: Document { title: title.into(), ..Document::default() },
        fields,
        forms: vec![Form { method: "post".into(), buttons: vec![button], ..Form::default() }],
        ..Frame::default()
    }
}

fn judged(page: &Frame) -> (Vec<Kind>, bool, bool) {
    let kinds = kinds(page);
    let pages = page_kinds(page, &kinds);
    let (signs_in, signs_up) = (pages.contains(&PageKind::SignIn), pages.contains(&PageKind::SignUp));
    (kinds, signs_in, signs_up)
}

fn scream(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_sign_in_is_told_by_its_words() {
    let mut wrong = Vec::new();
    for [language, title, button, name, email, ..] in languages() {
        for (who, kind) in [(name, Kind::UserName), (email, Kind::Email)] {
            let fields = || vec![field(0, "text", who), field(1, "password", "")];
            for (title, button) in [(title, ""), ("", button), (title, button)] {
                let told = judged(&page(title, button, fields()));
                if told != (vec![kind, Kind::CurrentPassword], true, false) {
                    wrong.push(format!("{language} {title} {button} {who}: {told:?}"));
                }
            }
        }
    }
    scream(wrong);
}

#[test]
fn a_sign_up_is_told_by_its_words() {
    let mut wrong = Vec::new();
    for [language, _, _, _, email, title, button, again, _] in languages() {
        let once = || vec![field(0, "text", email), field(1, "password", "")];
        let twice = || [once(), vec![field(2, "password", again)]].concat();
        for (title, button, fields) in
            [(title, "", once()), ("", button, once()), (title, button, twice()), ("", "OK", twice())]
        {
            let said = !(title.is_empty() && button == "OK");
            let told = judged(&page(title, button, fields));
            let right = told.0.iter().skip(1).all(|kind| *kind == Kind::NewPassword) && !told.1 && told.2;
            if !right {
                wrong.push(format!("{language} {title} {button} {again} {said}: {told:?}"));
            }
        }
    }
    scream(wrong);
}

#[test]
fn a_lone_name_on_a_sign_in_page_is_its_first_step() {
    let mut wrong = Vec::new();
    for [language, title, button, _, email, sign_up, ..] in languages() {
        let told = judged(&page(title, button, vec![field(0, "text", email)]));
        if told != (vec![Kind::Email], true, false) {
            wrong.push(format!("{language} {title} {button}: {told:?}"));
        }
        let told = judged(&page(sign_up, "", vec![field(0, "text", email), field(1, "text", "Name")]));
        if told.1 || !told.2 {
            wrong.push(format!("{language} {sign_up}: {told:?}"));
        }
    }
    scream(wrong);
}

#[test]
fn a_search_is_none_of_these() {
    let mut wrong = Vec::new();
    for [language, .., search] in languages() {
        let told = judged(&page("", "", vec![field(0, "text", search)]));
        if search != "Go" && told.0 != [Kind::Search] {
            wrong.push(format!("{language} {search}: {told:?}"));
        }
    }
    scream(wrong);
}

/// One is sent to the telephone, the other is known by heart.
#[test]
fn a_password_for_one_time_is_a_code_and_one_asked_again_is_none() {
    let mut wrong = Vec::new();
    for (labels, kind) in [
        (
            "One-time password (OTP)|Einmalpasswort|Mot de passe à usage unique|Contraseña de un solo uso|Password monouso|\
             Senha de uso único|Eenmalig wachtwoord|Hasło jednorazowe|Engångslösenord|Engangspassord|Tek kullanımlık şifre|\
             Одноразовый пароль|ワンタイムパスワード|일회용 비밀번호|一次性密码|كلمة مرور لمرة واحدة|סיסמה חד פעמית|\
             Jednorázové heslo|Kertakäyttöinen salasana|Egyszer használatos jelszó|Hasło SMS|SMS şifresi",
            Kind::Code,
        ),
        (
            "Password / one-time code|Password or OTP|Kod jednorazowy lub hasło|Passwort noch einmal|\
             Noch einmal Ihr Passwort|Jelszó még egyszer|Adgangskode en gang til|Hasło jeszcze raz|\
             Contraseña otra vez|Mot de passe encore une fois|パスワードをもう一度",
            Kind::CurrentPassword,
        ),
    ] {
        for label in labels.split('|') {
            let told = kinds(&page("", "", vec![field(0, "password", label)]));
            if told != [kind] {
                wrong.push(format!("{label}: {told:?}"));
            }
        }
    }
    scream(wrong);
}
