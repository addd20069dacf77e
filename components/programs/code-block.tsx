/** Text for a terminal. What is too wide scrolls on its own, and can be reached by keyboard. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  return (
    <div className="app-scroll" role="region" aria-label={label} tabIndex={0}>
      <pre className="app-code">
        <code>{text}</code>
      </pre>
    </div>
  );
}
