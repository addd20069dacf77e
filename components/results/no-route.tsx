/** Why nothing gets there, with the way on. */
export function NoRoute({ reasons }: { reasons: readonly string[] }) {
  return (
    <>
      <p>Even with everything else raised as far as it goes:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>Ask for less, or take back a condition below.</p>
    </>
  );
}
