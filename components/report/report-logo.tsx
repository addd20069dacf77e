import { reportLogoPath } from "@/lib/http/addresses";

type Props = { name: string; logo: { width: number; height: number }; version?: number };

/** The logo of one's own consultancy, half as wide as it has dots. `version` has a changed one fetched anew. */
export function ReportLogo({ name, logo: { width, height }, version }: Props) {
  return (
    <p>
      <img
        src={`${reportLogoPath}/logo.png${version === undefined ? "" : `?version=${version}`}`}
        alt={`Logo of ${name}`}
        width={Math.round(width / 2)}
        height={Math.round(height / 2)}
        className="h-auto max-w-full"
      />
    </p>
  );
}
