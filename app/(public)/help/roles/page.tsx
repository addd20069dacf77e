import type { Metadata } from "next";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { SummaryList } from "@/components/nhs/summary-list";
import { Table } from "@/components/nhs/table";
import { givenAccess, permissionGroups, rolesIn } from "@/lib/access/permission-groups";
import { permissionTable } from "@/lib/access/policy";
import { roleNames, rolePurposes, roles } from "@/lib/access/role";

export const metadata: Metadata = { title: "What each role may do" };

/** The table of roles and permissions that the service itself goes by. */
export default function RolesPage() {
  return (
    <Page width="full" before={<Breadcrumb items={[{ href: "/help", text: "Help and contact" }]} />}>
      <PageHeading>What each role may do</PageHeading>
      <p>
        One person may hold several roles, in several organisations. A role counts only in the organisation it
        was given in. This is the very table the service goes by.
      </p>
      <SummaryList rows={roles.map((role) => ({ key: roleNames[role], value: `${rolePurposes[role]}.` }))} />
      {permissionGroups.map((group) => {
        const columns = rolesIn(group);
        return (
          <Table
            key={group.name}
            caption={group.name}
            captionSize="m"
            layout="scroll"
            columns={[{ header: "Who may" }, ...columns.map((role) => ({ header: roleNames[role] }))]}
            rows={group.permissions.map((permission) => ({
              id: permission,
              cells: [
                permission,
                ...columns.map((role) => (permissionTable[permission].includes(role) ? "Yes" : "–")),
              ],
            }))}
          />
        );
      })}
      <Table
        caption="What a trust can give for a time"
        captionSize="m"
        columns={[{ header: "To" }, { header: "They may" }]}
        rows={givenAccess.map(({ name, permissions }) => ({
          id: name,
          cells: [name, permissions.join(" · ")],
        }))}
      />
      <p>
        Access given for a time ends on its last day, or when the trust ends it. Nobody signs off through it.
      </p>
    </Page>
  );
}
