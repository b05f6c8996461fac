/** An address of the night that leads to nothing. */
export default function NotFound() {
  return (
    <main className="night">
      <h1>There is no such alert here</h1>
      <p>Its address may have been cut off on the way: open the message again.</p>
      <p>
        <a className="night-tap" href="/alerts">
          Open alerts
        </a>
      </p>
    </main>
  );
}
