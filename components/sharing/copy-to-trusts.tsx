import { HiddenButton } from "@/components/forms/hidden-button";
import { Table } from "@/components/nhs/table";
import type { FormAction } from "@/lib/http/form-state";

type Props = {
  action: FormAction;
  /** What is copied. The form sends `toTrust` beside it. */
  hidden: Readonly<Record<string, string>>;
  /** The other trusts, and where it stands there already. Nothing is shown where there is none. */
  trusts: readonly { odsCode: string; name: string; href: string | null }[];
};

/** Copies something to another trust of the group, where it has to be confirmed. */
export function CopyToTrusts({ action, hidden, trusts }: Props) {
  if (trusts.length === 0) return null;
  return (
    <Table
      caption="Copy it to another trust"
      captionSize="m"
      columns={[{ header: "Trust" }, { header: "Copy" }]}
      rows={trusts.map(({ odsCode, name, href }) => ({
        id: odsCode,
        cells: [
          name,
          href ? (
            <a key="copy" className="nhsuk-link" href={href}>
              It is there<span className="nhsuk-u-visually-hidden">: open it in {name}</span>
            </a>
          ) : (
            <HiddenButton key="copy" action={action} hidden={{ ...hidden, toTrust: odsCode }}>
              Copy<span className="nhsuk-u-visually-hidden"> to {name}</span>
            </HiddenButton>
          ),
        ],
      }))}
    />
  );
}
