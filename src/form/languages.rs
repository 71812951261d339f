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
