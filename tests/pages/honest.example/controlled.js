// Controlled inputs as frameworks make them: the state is the truth, the field follows it, events are counted.
const state = { email: "", password: "" };
const events = {};
window.page = { state, events, submitted: 0 };
const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
for (const name of ["email", "password"]) {
  const field = document.getElementById(name);
  for (const kind of ["focus", "keydown", "beforeinput", "input", "keyup", "change", "blur", "paste"]) {
    field.addEventListener(kind, () => { events[`${name} ${kind}`] = (events[`${name} ${kind}`] ?? 0) + 1; });
  }
  field.addEventListener("input", () => {
    state[name] = field.value;
    setter.call(field, state[name]);
  });
}
document.getElementById("form").addEventListener("submit", (event) => {
  event.preventDefault();
  window.page.submitted += 1;
  document.getElementById("log").textContent = `Signed in as ${state.email}`;
});
