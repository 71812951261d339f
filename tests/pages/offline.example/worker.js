// Answers /signin/ by itself: that page never comes over the line.
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><body><h1>Sign in</h1>
<form method="post" action="/"><input type="email" autocomplete="username" aria-label="E-mail">
<input id="password" type="password" autocomplete="current-password" aria-label="Password"><button>Sign in</button></form>`;
addEventListener("install", (event) => event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (new URL(event.request.url).pathname !== "/signin/") return;
  event.respondWith(new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
});
