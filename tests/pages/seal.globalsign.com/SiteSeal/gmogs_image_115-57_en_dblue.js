// A stand-in: the wrapper's picture gets the click that the issuer's script gives it.
(function () {
  const link = document.querySelector("#ss_gmo_img_wrapper_115-57_image_en_dblue a");
  link.href = "https://profile.globalsign.com/SiteSeal/siteSeal/profile/profile.do?p1=5d1c0b2e&p2=8f3a77c0&p3=02e4b1d9";
}());
