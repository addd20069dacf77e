import { givenAccess, permissionGroups, rolesIn } from "./permission-groups";
import { permissionTable } from "./policy";
import { roleNames, rolePurposes, roles } from "./role";

/** docs/roles.md, written from the table the service goes by: who may do what. Markdown, not yet laid out. */
export function rolesDocument(): string {
  return `# What each role may do

Written by \`npm run roles\` from \`lib/access/policy.ts\`, the table the service itself goes by, and shown in the service under "Help and contact". Do not edit it; a test fails when it is not current. One person may hold several roles, in several organisations; a role counts only in the organisation it was given in. What somebody may not do answers as a page that is not there.

${table(
  ["Role", "What for"],
  roles.map((role) => [roleNames[role], rolePurposes[role]]),
)}

${permissionGroups
  .map((group) => {
    const columns = rolesIn(group);
    const rows = group.permissions.map((permission) => [
      permission,
      ...columns.map((role) => (permissionTable[permission].includes(role) ? "yes" : "–")),
    ]);
    return `## ${group.name}\n\n${table(["Who may", ...columns.map((role) => roleNames[role])], rows)}`;
  })
  .join("\n\n")}

## What a trust can give for a time

None of this lets anybody sign. Each ends on its last day, or when the trust ends it, from the next request on.

${table(
  ["To", "They may"],
  givenAccess.map(({ name, permissions }) => [name, permissions.join(" · ")]),
)}
`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}
