import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, openRound, test } from "./fixtures";
import { faintOf } from "../support/contrast";
import { hardToUse } from "../support/targets";
import { sound } from "./sound";

const APP = join(import.meta.dirname, "../../app");
const framework = "/frameworks/nhs-trust/2026.1";

/**
 * How to come to each page: who as, and the address, where `round` is the open round of that person's trust; by `links`
 * from there on, where no address can be written down.
 */
type Way = { as?: string; trust?: string; to: (round: string) => string; links?: RegExp[] };
const lead = (to: Way["to"], ...links: RegExp[]): Way => ({ as: "lead-zza", trust: "ZZA", to, links });
const own = (to: Way["to"]): Way => ({ as: "ig-zza", trust: "ZZA", to });
const admin = (path: string): Way => ({ as: "admin", to: () => path });
const anyone = (path: string): Way => ({ to: () => path });

const people = "(service)/trusts/[ods]/people";
const plan = "(service)/trusts/[ods]/plan";
const [ahead, done] = [/^Shared care record opens/, /^Board sponsor and digital committee/];
const round = "(service)/assessments/[assessmentId]";
const version = "(public)/frameworks/[id]/[version]";
const levels = "levels=2,3,2,2,3,2,2,3,2,3,2,1&setting=acute";

const [year, month, day] = new Date().toLocaleDateString("en-CA", { timeZone: "Europe/London" }).split("-");
const today = `on-day=${day}&on-month=${month}&on-year=${year}`;

/** Every page of the service by its file, with each state worth a look. */
const pages: Readonly<Record<string, readonly Way[]>> = {
  "(public)": [anyone("/")],
  "(public)/accessibility": [anyone("/accessibility")],
  "(public)/privacy": [anyone("/privacy")],
  "(public)/cookies": [anyone("/cookies")],
  "(public)/help": [anyone("/help")],
  "(public)/help/roles": [anyone("/help/roles")],
  "(public)/help/api": [anyone("/help/api")],
  "(public)/frameworks": [anyone("/frameworks")],
  "(public)/frameworks/[id]": [anyone("/frameworks/nhs-trust")],
  [version]: [
    anyone(framework),
    anyone(`${framework}?q=recovery`),
    anyone(`${framework}?q=nothingofthesort`),
  ],
  [`${version}/dimensions/[dimension]`]: [anyone(`${framework}/dimensions/d06`)],
  [`${version}/capabilities/[capability]`]: [anyone(`${framework}/capabilities/c06-3?setting=ambulance`)],
  [`${version}/lenses/[lens]`]: [anyone(`${framework}/lenses/wgll`)],
  [`${version}/changes`]: [anyone(`${framework}/changes`)],
  [`${version}/questionnaire`]: [anyone(`${framework}/questionnaire`)],
  "(public)/rapid-check": [anyone("/rapid-check"), anyone("/rapid-check/result?levels=9")],
  "(public)/rapid-check/result": [anyone(`/rapid-check/result?${levels}`)],
  "(public)/rapid-check/carry": [lead(() => `/rapid-check/carry?${levels}`)],
  "(account)/invitation/[token]": [anyone("/invitation/unknown")],
  "(account)/sign-in": [anyone("/sign-in"), anyone("/sign-in?problem=refused")],
  "(account)/account": [lead(() => "/account"), lead(() => "/account?done=password")],
  "(account)/account/confirm": [lead(() => "/account/confirm")],
  "(account)/account/sessions": [lead(() => "/account/sessions?ended=yes")],
  "(account)/account/tokens": [lead(() => "/account/tokens"), lead(() => "/account/tokens?ended=yes")],
  "(account)/account/tokens/new": [lead(() => "/account/tokens/new"), admin("/account/tokens/new")],
  "(account)/account/second-factor": [lead(() => "/account/second-factor?recovered=yes")],
  "(account)/account/data": [lead(() => "/account/data")],
  "(account)/account/password": [lead(() => "/account/password")],
  "(account)/account/email": [lead(() => "/account/email")],
  "(account)/account/email/[token]": [anyone("/account/email/none")],
  "(account)/account/email/confirmed": [anyone("/account/email/confirmed?outcome=waiting")],
  "(account)/sign-in/code": [anyone("/sign-in/code")],
  "(account)/sign-in/second-factor": [lead(() => "/sign-in/second-factor")],
  "(account)/sign-in/forgotten": [anyone("/sign-in/forgotten"), anyone("/sign-in/forgotten?sent=yes")],
  "(account)/sign-in/new-password/[token]": [anyone("/sign-in/new-password/none")],
  "(service)/trusts": [lead(() => "/trusts")],
  "(service)/trusts/[ods]/sharing": [lead(() => "/trusts/ZZA/sharing")],
  "(service)/trusts/[ods]/sharing/new/[kind]": [
    lead(() => "/trusts/ZZA/sharing/new/consultancy"),
    lead(() => "/trusts/ZZA/sharing/new/guest"),
    lead(() => "/trusts/ZZA/sharing/new/group"),
  ],
  "(service)/trusts/[ods]/sharing/grants/[grantId]": [
    { ...lead(() => "/trusts/ZZA/sharing"), links: [/Harrow Lane Advisory/] },
  ],
  "(service)/trusts/[ods]/sharing/system": [lead(() => "/trusts/ZZA/sharing/system")],
  "(service)/trusts/[ods]/system-targets": [lead(() => "/trusts/ZZA/system-targets")],
  "(service)/trusts/[ods]/audit": [
    lead(() => "/trusts/ZZA/audit"),
    lead(() => "/trusts/ZZA/audit?from-day=31&from-month=2&from-year=2026"),
  ],
  "(service)/trusts/[ods]/everything": [lead(() => "/trusts/ZZA/everything")],
  "(service)/trusts/[ods]/exports": [lead(() => "/trusts/ZZA/exports")],
  "(service)/admin/audit": [{ as: "admin", to: () => "/admin/audit" }],
  "(service)/portfolio": [{ as: "consultant", to: () => "/portfolio" }],
  "(service)/portfolio/logo": [
    { as: "consultant", to: () => "/portfolio/logo" },
    { as: "consultant", to: () => "/portfolio/logo?problem=type" },
  ],
  "(service)/system": [{ as: "system", to: () => "/system" }],
  "(service)/system/targets/[code]": [{ as: "system", to: () => "/system/targets/ZZQ" }],
  "(service)/groups/[ods]": [{ as: "lead-zzg", to: () => "/groups/ZZG" }],
  [`${round}/levels`]: [
    lead((at) => `${at}/levels`),
    { as: "reviewer-zza", trust: "ZZA", to: (at) => `${at}/levels` },
  ],
  [`${round}/levels/[capability]/[scope]`]: [
    { as: "reviewer-zza", trust: "ZZA", to: (at) => `${at}/levels/c06-3/organisation` },
  ],
  "(service)/trusts/[ods]": [
    lead(() => "/trusts/ZZA"),
    { as: "approver-zza", to: () => "/trusts/ZZA" },
    { as: "board-zza", to: () => "/trusts/ZZA" },
    { as: "lead-zzy", to: () => "/trusts/ZZY" },
  ],
  "(service)/trusts/[ods]/board": [
    lead(() => "/trusts/ZZA/board"),
    { as: "board-zza", to: () => "/trusts/ZZA/board" },
    { as: "board-zza", to: () => "/trusts/ZZA/board?version=public" },
  ],
  "(service)/trusts/[ods]/board/pack": [
    lead(() => "/trusts/ZZA/board/pack?done=kept"),
    { as: "board-zza", to: () => "/trusts/ZZA/board/pack" },
    // Nothing signed off yet.
    { as: "lead-zzc", to: () => "/trusts/ZZC/board/pack" },
    { as: "lead-zzb", to: () => "/trusts/ZZB/board/pack" },
  ],
  "(service)/trusts/[ods]/board/capability/[edition]": [
    lead(() => "/trusts/ZZA/board/capability/private"),
    { as: "board-zza", to: () => "/trusts/ZZA/board/capability/public" },
  ],
  "(service)/trusts/[ods]/board/pack/[edition]": [
    lead(() => "/trusts/ZZA/board/pack/private"),
    { as: "board-zza", to: () => "/trusts/ZZA/board/pack/public" },
  ],
  "(service)/trusts/[ods]/year": [lead(() => "/trusts/ZZA/year")],
  "(service)/trusts/[ods]/trend": [
    lead(() => "/trusts/ZZA/trend"),
    { as: "board-zza", to: () => "/trusts/ZZA/trend" },
  ],
  "(service)/trusts/[ods]/dma": [lead(() => "/trusts/ZZA/dma")],
  "(service)/trusts/[ods]/dma/[setting]/[year]": [lead(() => "/trusts/ZZA/dma/acute/2025")],
  "(service)/trusts/[ods]/board/messages/[setting]": [lead(() => "/trusts/ZZA/board/messages/acute")],
  "(service)/admin": [admin("/admin")],
  "(service)/admin/organisations": [admin("/admin/organisations"), admin("/admin/organisations?q=nowhere")],
  "(service)/admin/organisations/new": [admin("/admin/organisations/new")],
  "(service)/admin/organisations/[ods]": [admin("/admin/organisations/ZZA")],
  "(service)/admin/organisations/[ods]/edit": [admin("/admin/organisations/ZZA/edit")],
  "(service)/admin/accounts": [admin("/admin/accounts")],
  "(service)/admin/accounts/[personId]": [{ ...admin("/admin/accounts?q=raman"), links: [/Raman/] }],
  "(service)/admin/administrators": [admin("/admin/administrators")],
  "(service)/admin/frameworks": [admin("/admin/frameworks")],
  "(service)/admin/imports": [admin("/admin/imports"), admin("/admin/imports?problem=none")],
  "(service)/admin/imports/[importId]": [{ ...admin("/admin/imports"), links: [/\d{4} at /] }],
  [people]: [lead(() => "/trusts/ZZA/people"), lead(() => "/trusts/ZZA/people?done=invited")],
  [`${people}/invite`]: [lead(() => "/trusts/ZZA/people/invite")],
  [`${people}/tokens`]: [lead(() => "/trusts/ZZA/people/tokens")],
  [`${people}/[personId]`]: [{ ...lead(() => "/trusts/ZZA/people"), links: [/Whitcombe/] }],
  [`${people}/[personId]/remove`]: [
    { ...lead(() => "/trusts/ZZA/people"), links: [/Whitcombe/, /Remove Alan/] },
  ],
  [round]: [
    lead((at) => at),
    lead((at) => `${at}?show=low_confidence`),
    lead((at) => `${at}?show=challenged`),
    own((at) => `${at}?handedBack=yes`),
    { as: "lead-zzc", trust: "ZZC", to: (at) => at },
  ],
  [`${round}/answers/[capability]/[scope]`]: [
    lead((at) => `${at}/answers/c06-3/organisation`),
    lead((at) => `${at}/answers/c06-3/community`),
    lead((at) => `${at}/answers/c01-1/acute`),
    own((at) => `${at}/answers/c10-2/organisation`),
    { as: "coordinator-zza", trust: "ZZA", to: (at) => `${at}/answers/c06-1/organisation` },
    { as: "lead-zzc", trust: "ZZC", to: (at) => `${at}/answers/c06-3/organisation` },
  ],
  [`${round}/answers/[capability]/[scope]/history`]: [
    lead((at) => `${at}/answers/c06-3/organisation/history`),
    lead((at) => `${at}/answers/c06-3/organisation/history?wanted=0`),
  ],
  [`${round}/history`]: [
    lead((at) => `${at}/history?${today}`),
    lead((at) => `${at}/history?on-day=31&on-month=2&on-year=2026`),
  ],
  [`${round}/answers/[capability]/[scope]/discussion`]: [
    lead((at) => `${at}/answers/c06-3/organisation/discussion`),
    { as: "lead-zzc", trust: "ZZC", to: (at) => `${at}/answers/c06-1/organisation/discussion` },
    { as: "reviewer-zza", trust: "ZZA", to: (at) => `${at}/answers/c06-3/organisation/discussion` },
  ],
  [`${round}/answers/[capability]/[scope]/evidence`]: [
    lead((at) => `${at}/answers/c06-3/organisation/evidence`),
    lead((at) => `${at}/answers/c01-2/acute/evidence`),
  ],
  "(service)/trusts/[ods]/evidence": [
    lead(() => "/trusts/ZZA/evidence"),
    lead(() => "/trusts/ZZA/evidence?show=expiring"),
    { as: "lead-zzy", to: () => "/trusts/ZZY/evidence" },
  ],
  "(service)/trusts/[ods]/evidence/new": [lead(() => "/trusts/ZZA/evidence/new")],
  "(service)/trusts/[ods]/evidence/[evidence]": [lead(() => "/trusts/ZZA/evidence", /^Open ?: Cyber audit/)],
  [`${round}/answers/[capability]/[scope]/copy`]: [lead((at) => `${at}/answers/c02-1/acute/copy`)],
  [`${round}/answers/[capability]/[scope]/views`]: [
    lead((at) => `${at}/answers/c08-1/organisation/views`),
    { as: "safety-zza", trust: "ZZA", to: (at) => `${at}/answers/c08-1/organisation/views` },
    own((at) => `${at}/answers/c08-1/organisation/views`),
  ],
  [`${round}/confirm/[dimension]`]: [lead((at) => `${at}/confirm/d10`)],
  [plan]: [
    lead(() => "/trusts/ZZA/plan"),
    lead(() => "/trusts/ZZA/plan?show=ended&phase=4"),
    { as: "board-zza", to: () => "/trusts/ZZA/plan" },
    { as: "lead-zzb", to: () => "/trusts/ZZB/plan" },
  ],
  [`${plan}/new`]: [
    lead(() => "/trusts/ZZA/plan/new"),
    lead(() => "/trusts/ZZA/plan/new?capability=c06-3&scope=organisation&to=3"),
  ],
  [`${plan}/projection`]: [
    lead(() => "/trusts/ZZA/plan/projection?on-day=31&on-month=3&on-year=2099"),
    lead(() => "/trusts/ZZA/plan/projection?on-day=31&on-month=2&on-year=2099"),
    { as: "board-zza", to: () => "/trusts/ZZA/plan/projection" },
  ],
  [`${plan}/money`]: [
    lead(() => "/trusts/ZZA/plan/money"),
    { as: "board-zza", to: () => "/trusts/ZZA/plan/money" },
    { as: "lead-zzb", to: () => "/trusts/ZZB/plan/money" },
  ],
  [`${plan}/money/context`]: [lead(() => "/trusts/ZZA/plan/money/context")],
  [`${plan}/workbook`]: [
    lead(() => "/trusts/ZZA/plan/workbook"),
    lead(() => "/trusts/ZZA/plan/workbook?problem=no_actions"),
  ],
  [`${plan}/workbook/[uploadId]`]: [lead(() => "/trusts/ZZA/plan/workbook", /planning-day\.xlsx/)],
  [`${plan}/[action]`]: [lead(() => "/trusts/ZZA/plan", ahead), lead(() => "/trusts/ZZA/plan", done)],
  [`${plan}/[action]/edit`]: [lead(() => "/trusts/ZZA/plan", ahead, /^Change this action/)],
  [`${plan}/[action]/criteria`]: [lead(() => "/trusts/ZZA/plan", ahead, /^Change what it will meet/)],
  [`${plan}/[action]/finish`]: [lead(() => "/trusts/ZZA/plan", ahead, /^Finish this action/)],
  [`${plan}/[action]/end`]: [lead(() => "/trusts/ZZA/plan", ahead, /^End it early/)],
  [`${plan}/[action]/costs/[line]`]: [lead(() => "/trusts/ZZA/plan", ahead, /^Add a cost/)],
  [`${plan}/[action]/benefits/[line]`]: [lead(() => "/trusts/ZZA/plan", ahead, /^Add a benefit/)],
  [`${round}/review`]: [
    { as: "lead-zzc", trust: "ZZC", to: (at) => `${at}/review` },
    { as: "reviewer-zza", trust: "ZZA", to: (at) => `${at}/review` },
  ],
  [`${round}/workbook`]: [
    lead((at) => `${at}/workbook`),
    lead((at) => `${at}/workbook?problem=macros`),
    own((at) => `${at}/workbook`),
  ],
  [`${round}/workbook/[uploadId]`]: [lead((at) => `${at}/workbook`, /from-the-train\.xlsx/)],
  [`${round}/kept`]: [lead((at) => `${at}/kept`)],
  [`${round}/answers/[capability]/[scope]/hand-back`]: [
    own((at) => `${at}/answers/c10-2/organisation/hand-back`),
  ],
  [`${round}/assign`]: [lead((at) => `${at}/assign`), lead((at) => `${at}/assign?dimension=d10`)],
  [`${round}/people`]: [
    lead((at) => `${at}/people?assigned=3`),
    { as: "coordinator-zza", trust: "ZZA", to: (at) => `${at}/people` },
  ],
  [`${round}/check`]: [lead((at) => `${at}/check`)],
  [`${round}/sign-off`]: [{ as: "approver-zza", trust: "ZZA", to: (at) => `${at}/sign-off` }],
  [`${round}/reopen`]: [{ as: "approver-zza", trust: "ZZA", to: (at) => `${at}/reopen` }],
  [`${round}/checkpoints`]: [lead((at) => `${at}/checkpoints`)],
  [`${round}/checkpoints/[snapshot]`]: [lead((at) => `${at}/checkpoints`, /Digital committee, October/)],
  "(service)/trusts/[ods]/sign-off-rule": [lead(() => "/trusts/ZZA/sign-off-rule")],
  [`${round}/results/[setting]`]: [lead((at) => `${at}/results/acute`)],
  [`${round}/results/[setting]/dimensions/[dimension]`]: [lead((at) => `${at}/results/acute/dimensions/d06`)],
  [`${round}/results/[setting]/dma`]: [lead((at) => `${at}/results/acute/dma`)],
  [`${round}/results/[setting]/lenses`]: [
    lead((at) => `${at}/results/acute/lenses`),
    lead((at) => `${at}/results/acute/lenses?lens=dcf`),
  ],
  [`${round}/results/[setting]/gaps`]: [lead((at) => `${at}/results/acute/gaps`)],
  [`${round}/results/[setting]/gaps/target/[capability]`]: [
    lead((at) => `${at}/results/acute/gaps/target/c06-3`),
    lead((at) => `${at}/results/acute/gaps/target/d06`),
  ],
  [`${round}/results/[setting]/route`]: [
    lead((at) => `${at}/results/acute/route`),
    lead((at) => `${at}/results/acute/route?overall=9`),
  ],
  [`${round}/results/[setting]/gaps/judge/[capability]`]: [
    lead((at) => `${at}/results/acute/gaps/judge/c06-3`),
  ],
  [`${round}/results/[setting]/targets`]: [
    lead((at) => `${at}/results/acute/targets`),
    { as: "approver-zza", trust: "ZZA", to: (at) => `${at}/results/acute/targets` },
  ],
  [`${round}/results/[setting]/targets/template`]: [
    lead((at) => `${at}/results/acute/targets/template?use=safeguards`),
  ],
  [`${round}/results/[setting]/route/frontier`]: [lead((at) => `${at}/results/acute/route/frontier`)],
  [`${round}/results/[setting]/what-if`]: [
    lead((at) => `${at}/results/acute/what-if`),
    lead((at) => `${at}/results/acute/what-if?met=c06-3-l3-a&met=c06-3-l5-a&lost=c01-1-l2-a&met=nothing`),
  ],
  [`${round}/results/[setting]/report`]: [lead((at) => `${at}/results/acute/report`)],
};

test("every page of the service is looked at here", () => {
  const files = readdirSync(APP, { recursive: true, encoding: "utf8" });
  const found = files
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => file.replace(/\/?page\.tsx$/, ""));
  expect(Object.keys(pages).sort()).toEqual(found.sort());
});

for (const [file, ways] of Object.entries(pages)) {
  test(`${file} has no accessibility fault and fits a narrow screen`, async ({ page, context, signIn }) => {
    for (const { as, trust, to, links = [] } of ways) {
      await context.clearCookies();
      if (as) await signIn(as);
      await page.goto(to(trust ? await openRound(page, trust) : ""));
      for (const name of links) await page.getByRole("main").getByRole("link", { name }).click();
      await sound(page);
    }
  });
}

test("a page that is not there, and a form with something wrong in it, are sound too", async ({
  page,
  signIn,
}, testInfo) => {
  testInfo.annotations.push({ type: "expects", description: "404" });
  await page.goto("/nowhere");
  await sound(page);
  await signIn("lead-zza");
  await page.goto(`${await openRound(page, "ZZA")}/results/acute/gaps/target/c06-3`);
  await page.getByRole("main").getByRole("textbox", { name: /^Why/ }).fill("");
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await sound(page);
});

test("what is too small, too faint, or cannot be filled in would be found", async ({ page }) => {
  await page.setContent(`
    <style>
      body { background: #fff } button { padding: 0 } i { display: block; width: 9px; height: 9px }
      label { position: relative; color: #777; background: #888 }
      label::before { content: ""; position: absolute; left: 0; width: 40px; background: #000 }
    </style>
    <button><i>a</i></button><button><i>b</i></button>
    <input type="password" name="password" autocomplete="off" onpaste="return false">
    <p draggable="true">Order me</p>
    <p><label>Covered</label></p>
    <svg width="90" height="30"><rect width="90" height="30" fill="#777" /><text y="20" fill="#999">Faint</text></svg>
    <p style="color: #767676; background: #fff" id="enough">Enough</p>`);
  const found = await hardToUse(page);
  for (const word of [/^button a is/, /autocomplete is “off”/, /takes no paste/, /has to be dragged/]) {
    expect(found).toContainEqual(expect.stringMatching(word));
  }
  expect(await faintOf(page, ["label", "text", "#enough"])).toEqual([
    expect.stringMatching(/^label lies on something/),
    expect.stringMatching(/^text stands at 1\./),
  ]);
});
