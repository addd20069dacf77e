import type { Framework } from "@/lib/framework/schema";
import type { FrameworkPlace } from "./addresses";

/** Links to the same page in the words of each care setting. Nothing where the framework has only one. */
export function SettingSwitch({
  framework,
  place,
  path,
}: {
  framework: Framework;
  place: FrameworkPlace;
  /** The address of this page in a care setting. */
  path: (place: FrameworkPlace) => string;
}) {
  if (framework.careSettings.length < 2) return null;
  const choices = [{ id: null, name: "All" }, ...framework.careSettings];
  return (
    <nav aria-labelledby="setting-switch">
      <h2 className="nhsuk-heading-xs nhsuk-u-margin-bottom-1" id="setting-switch">
        Care setting
      </h2>
      <ul className="nhsuk-list">
        {choices.map(({ id, name }) => (
          <li key={name} className="inline-block mr-4">
            {id === place.setting ? (
              <strong aria-current="true">{name}</strong>
            ) : (
              <a className="nhsuk-link" href={path({ ...place, setting: id })}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
