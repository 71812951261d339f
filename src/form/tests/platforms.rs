//! Forms as well-known software names their fields, with no word for a person beside them.

use super::*;
use crate::evidence::{Field, Form, Frame};

/// A form, then its fields: type, name, what it asks for.
const FORMS: &str = "\
WordPress: text log UserName, password pwd CurrentPassword
WooCommerce sign-in: text username UserName, password password CurrentPassword
WooCommerce billing: text billing_first_name Name, text billing_last_name Name, text billing_address_1 Address, text billing_postcode Address, text billing_city Address, tel billing_phone Phone, email billing_email Email
WooCommerce card: tel wc-authorize-net-cim-credit-card-account-number CardNumber, tel wc-authorize-net-cim-credit-card-expiry CardExpiry, tel wc-authorize-net-cim-credit-card-csc SecurityCode
Magento sign-in: email login[username] Email, password login[password] CurrentPassword
Magento card: text payment[cc_number] CardNumber, select payment[cc_exp_month] CardExpiry, select payment[cc_exp_year] CardExpiry, tel payment[cc_cid] SecurityCode
Magento address: text firstname Name, text lastname Name, text street[0] Address, text city Address, text postcode Address, text telephone Phone
Shopify sign-in: email customer[email] Email, password customer[password] CurrentPassword
Shopify checkout: text checkout[email_or_phone] Email, text checkout[shipping_address][first_name] Name, text checkout[shipping_address][address1] Address, text checkout[shipping_address][zip] Address
PrestaShop: email email Email, password passwd CurrentPassword
osCommerce: text email_address Email, password password CurrentPassword
ASP.NET: text ctl00$MainContent$LoginUser$UserName UserName, password ctl00$MainContent$LoginUser$Password CurrentPassword
ASP.NET card: text ctl00$Main$txtCardNumber CardNumber, select ctl00$Main$ddlExpMonth CardExpiry, select ctl00$Main$ddlExpYear CardExpiry, text ctl00$Main$txtCVV2 SecurityCode
Spring: text j_username UserName, password j_password CurrentPassword
Django: text username UserName, password password CurrentPassword
allauth: text login UserName, password password CurrentPassword
Devise: email user[email] Email, password user[password] CurrentPassword
Laravel: email email Email, password password CurrentPassword
Salesforce: email username Email, password pw CurrentPassword
SAP: text j_user UserName, password j_password CurrentPassword
phpBB: text username UserName, password password CurrentPassword
vBulletin: text vb_login_username UserName, password vb_login_password CurrentPassword
Drupal: text name UserName, password pass CurrentPassword
Keycloak: text username UserName, password password CurrentPassword
Microsoft: email loginfmt Email, password passwd CurrentPassword
Joomla: text username UserName, password password CurrentPassword
Shibboleth: text j_username UserName, password j_password CurrentPassword
Authorize.Net: text x_card_num CardNumber, text x_exp_date CardExpiry, text x_card_code SecurityCode
PayPal Pro: text ACCT CardNumber, text EXPDATE CardExpiry, text CVV2 SecurityCode
Braintree: text credit_card[number] CardNumber, text credit_card[expiration_date] CardExpiry, text credit_card[cvv] SecurityCode
Stripe: text cardnumber CardNumber, text exp-date CardExpiry, text cvc SecurityCode
Adyen: text encryptedCardNumber CardNumber, text encryptedExpiryDate CardExpiry, text encryptedSecurityCode SecurityCode
Worldpay: text cardNoInput CardNumber, select cardExp.month CardExpiry, select cardExp.year CardExpiry, text cardCVV SecurityCode
Camel case: text ccNumber CardNumber, select ccExpMonth CardExpiry, select ccExpYear CardExpiry, text ccCvc SecurityCode, text ccHolderName CardHolder
Short: text cc_num CardNumber, select cc_mm CardExpiry, select cc_yy CardExpiry, text cc_cvv SecurityCode
Long: text CreditCardNumber CardNumber, select CreditCardExpirationMonth CardExpiry, select CreditCardExpirationYear CardExpiry, text CreditCardSecurityCode SecurityCode, text NameOnCreditCard CardHolder
French: text numeroCarte CardNumber, select moisExpiration CardExpiry, select anneeExpiration CardExpiry, text cryptogramme SecurityCode, text titulaireCarte CardHolder
German: text kartennummer CardNumber, select gueltigMonat CardExpiry, select gueltigJahr CardExpiry, text pruefziffer SecurityCode, text karteninhaber CardHolder
Spanish: text numTarjeta CardNumber, select mesCaducidad CardExpiry, select anioCaducidad CardExpiry, text codigoSeguridad SecurityCode
Portuguese: text numeroCartao CardNumber, text validadeCartao CardExpiry, text codigoSeguranca SecurityCode, text titularCartao CardHolder
Italian: text numeroCarta CardNumber, select meseScadenza CardExpiry, select annoScadenza CardExpiry, text cvv SecurityCode, text titolareCarta CardHolder
Birth in parts: email email Email, password password1 NewPassword, password password2 NewPassword, select birth_day BirthDate, select birth_month BirthDate, select birth_year BirthDate
Birth, prefixed: text first_name Name, select dob[day] BirthDate, select dob[month] BirthDate, select dob[year] BirthDate
Bank: text accountHolder Name, text iban BankAccount, text bic BankAccount
United States: text routingNumber BankAccount, text accountNumber BankAccount, text ssn NationalId
Codes: tel otp-1 Code, tel otp-2 Code, tel otp-3 Code, tel otp-4 Code, tel otp-5 Code, tel otp-6 Code
A gift card: text giftCardNumber Other, text giftCardPin Other
A coupon: text coupon_code Other
Points: text loyaltyCardNumber Other
Typed as a phone's: tel cc-number CardNumber, tel cc-exp CardExpiry, tel cc-csc SecurityCode
Account of a card: text card_accountNumber CardNumber, select card_expirationMonth CardExpiry, select card_expirationYear CardExpiry, text card_cvNumber SecurityCode
Number elsewhere: select credit-card-expiration-month CardExpiry, select credit-card-expiration-year CardExpiry
Google: email identifier Email
A phone as a name: tel account UserName, password password CurrentPassword
Somebody else's name: text searchuser Search, text query Search
Search q: text q Search
Search s: text s Search
Search query: text query Search
Search in a shop: search search_query Search
Newsletter: email EMAIL Email
An old and a new password: password old_password CurrentPassword, password new_password1 NewPassword, password new_password2 NewPassword
An old and a new password, joined: password oldpassword CurrentPassword, password newpassword NewPassword, password confirmpassword NewPassword
Current and new: password currentPassword CurrentPassword, password newPassword NewPassword, password verifyPassword NewPassword
Joined names: text firstname Name, text lastname Name, text emailaddress Email, password userpassword NewPassword, password passwordrepeat NewPassword
";

fn frame(fields: &str) -> Frame {
    let fields = fields.split(", ").zip(0..).map(|(field, index)| {
        let mut words = field.split(' ');
        let kind = words.next().unwrap();
        let name: String = words.next().unwrap().into();
        let is_select = kind == "select";
        Field {
            index,
            form: Some(0),
            tag: if is_select { "select" } else { "input" }.into(),
            r#type: if is_select { "" } else { kind }.into(),
            id: name.clone(),
            name,
            visible: true,
            ..Field::default()
        }
    });
    Frame {
        parent: -1,
        url: "https://shop.example/".into(),
        fields: fields.collect(),
        forms: vec![Form { method: "post".into(), ..Form::default() }],
        ..Frame::default()
    }
}

#[test]
fn software_names_its_fields_as_ever() {
    let mut wrong = Vec::new();
    for line in FORMS.lines() {
        let (software, fields) = line.split_once(": ").unwrap();
        let told: Vec<String> = kinds(&frame(fields)).iter().map(|kind| format!("{kind:?}")).collect();
        let truth: Vec<&str> = fields.split(", ").filter_map(|field| field.split(' ').next_back()).collect();
        if told != truth {
            wrong.push(format!("{software}: {told:?}, is {truth:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
