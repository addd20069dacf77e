import { SearchForm } from "@/components/forms/search-form";
import { versionPath, type FrameworkPlace } from "./addresses";

/** Searches the questions of a framework, for the care setting that is chosen. */
export function QuestionSearch({ place, words }: { place: FrameworkPlace; words?: string }) {
  return (
    <SearchForm
      action={versionPath(place)}
      label="Search the questions"
      hint="A word, a number or an abbreviation, for example “backup”, “6.3” or “EPR”"
      words={words}
      hidden={place.setting === null ? {} : { setting: place.setting }}
    />
  );
}
