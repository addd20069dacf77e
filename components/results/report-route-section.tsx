import type { Capability, Framework } from "@/lib/framework/schema";
import { pointsInWords } from "@/lib/report/effort-words";
import type { ReportRoute } from "@/lib/report/report-route";
import { ROUTE_CAUTION } from "@/lib/scoring/route";
import { NoRoute } from "./no-route";
import { RouteStepList } from "./route-step-list";

type Props = {
  framework: Framework;
  route: ReportRoute | null;
  answerHref: (capability: Capability) => string | null;
};

/** The shortest way to the next stage, or why nothing gets there; never without its caution. */
export function ReportRouteSection({ framework, route, answerHref }: Props) {
  if (route === null) return <p>This is the highest stage there is.</p>;
  return (
    <>
      <p>{ROUTE_CAUTION}</p>
      {route.found ? (
        <>
          <p>
            Shortest by effort to {route.goal}: {pointsInWords(route.route.cost)}.
          </p>
          <RouteStepList
            framework={framework}
            steps={route.steps}
            hidden={route.hidden}
            answerHref={answerHref}
          />
        </>
      ) : (
        <NoRoute reasons={route.reasons} />
      )}
    </>
  );
}
