// A shop that changes its address without a load.
const views = {
  "/": `<h1>A shop in one page</h1><p class="lead"><a href="/signin">Sign in</a> or <a href="/pay">pay</a>.</p>`,
  "/signin": `<form class="box" method="post" action="/"><h1>Sign in</h1>
    <label for="email">E-mail</label><input id="email" type="email" autocomplete="username">
    <label for="password">Password</label><input id="password" type="password" autocomplete="current-password">
    <button>Sign in</button></form>`,
  "/pay": `<form class="box" method="post" action="/"><h1>Pay</h1>
    <label for="number">Card number</label><input id="number" autocomplete="cc-number" inputmode="numeric">
    <label for="expiry">Expires</label><input id="expiry" autocomplete="cc-exp">
    <label for="cvc">Security code</label><input id="cvc" autocomplete="cc-csc"><button>Pay</button></form>`,
};
function show() {
  document.getElementById("view").innerHTML = views[location.pathname] ?? views["/"];
}
addEventListener("popstate", show);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='/']");
  if (!link) return;
  event.preventDefault();
  history.pushState(null, "", link.getAttribute("href"));
  show();
});
show();
