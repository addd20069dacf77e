import fc from "fast-check";

// Property tests are sent the same cases in every run, so that a change is refused for what it brought and not for what
// chance found that day. `npm run test:nightly` sends new ones (OTHER_CASES): what they find prints its seed.
if (!process.env.OTHER_CASES) fc.configureGlobal({ seed: 1948 });
