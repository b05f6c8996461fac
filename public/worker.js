// Shows what Watchbill pushes to this browser, and opens where it leads. It keeps nothing.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const { title = "Watchbill", body = "", url = "/", tag, isUrgent = false } = readMessage(event.data);
  const shown = { body, tag, icon: "/icons/icon-192.png", badge: "/icons/badge.png", data: { url } };
  const loudly = isUrgent ? { requireInteraction: true, renotify: true, vibrate: [400, 150, 400, 150, 400] } : {};
  event.waitUntil(self.registration.showNotification(title, { ...shown, ...loudly }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data?.url ?? "/"));
});

function readMessage(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}
