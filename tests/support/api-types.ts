// Made from the OpenAPI document by openapi-typescript; see lib/exchange/api/client-types.test.ts.

export interface paths {
  "/assessments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List assessments
     * @description Those you may see, by organisation and latest round first.
     */
    get: operations["listAssessments"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/assessments/{assessmentId}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an assessment
     * @description What it is and how far it has come.
     */
    get: operations["getAssessment"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/assessments/{assessmentId}/answers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the answers of an assessment
     * @description Those you may read, in the order of the framework. What nobody has answered is left out. A contributor gets the questions assigned to them.
     */
    get: operations["listAnswers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/assessments/{assessmentId}/answers/{capability}/{scope}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an answer
     * @description With its version as its ETag. Version 0 means that nobody has answered yet.
     */
    get: operations["getAnswer"];
    /**
     * Save an answer
     * @description Replaces the whole answer, in your name and by the rules of its page. Say which version you replace, in If-Match or as “version” in the body. Repeating a save with its key gives its first reply again.
     */
    put: operations["saveAnswer"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/assessments/{assessmentId}/documents/{setting}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Fetch the answers of a care setting as an assessment document
     * @description The document its page offers (digital-maturity/assessment@1), complete with what was answered for the whole organisation, evidence and targets, for who answers all of its questions. The command line scores it, and any installation reads it in. It is noted as an export of yours.
     */
    get: operations["getAssessmentDocument"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/assessments/{assessmentId}/results/{setting}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the result of a care setting
     * @description Stage, scores and levels, as the service itself works them out: of a signed-off round as they were signed, of an open one as its answers stand. Numbers are unrounded.
     */
    get: operations["getResult"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/assessments/{assessmentId}/results/{setting}/files/{format}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Fetch the gap report as a file
     * @description The very file that its page offers, for who may export it. It is noted as an export of yours, and not kept by any cache.
     */
    get: operations["getReportFile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/frameworks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the frameworks
     * @description Every version of the questions, with the address of its document. Needs no token.
     */
    get: operations["listFrameworks"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/frameworks/{id}/{version}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a framework
     * @description All dimensions, capabilities, levels and criteria of one version. Once published it never changes. Needs no token.
     */
    get: operations["getFramework"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organisations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the organisations your token reaches
     * @description By name. What you may do in each depends on your roles there.
     */
    get: operations["listOrganisations"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organisations/{ods}/audit": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the audit record of an organisation
     * @description Who did what and when, newest first, for its digital leads. Taking it out is an event as well.
     */
    get: operations["listAuditEvents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organisations/{ods}/board-pack/{edition}/files/{format}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Fetch a board pack as a file
     * @description The very file that its page offers, of what was signed off, for who may take packs out: for the private session, or for the public one, which names nothing sensitive. It is noted as an export of yours.
     */
    get: operations["getBoardPackFile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organisations/{ods}/plan": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the plan of an organisation
     * @description Its actions in the order they are read, with owners, days, costs, benefits and the criteria they will meet. Who only owns actions gets those. Money is in whole pounds.
     */
    get: operations["getPlan"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

export interface components {
  schemas: {
    Conflict: {
      /** @description The answer as it stands */
      current: {
        /**
         * Format: date-time
         * @description A moment in UTC, such as 2026-11-23T09:00:00.000Z
         */
        at: string;
        by: string;
        own: boolean;
        value: {
          confidence: ("low" | "medium" | "high") | null;
          /** @description Criterion id to its state; a criterion that is absent is undecided */
          criteria: {
            [key: string]: "met" | "not_met" | "not_known";
          };
          /** @description The id of the reason, or null */
          notApplicable: string | null;
          note: string;
        };
        version: number;
      } | null;
      /** @description What to do about it */
      detail?: string;
      /** @description Each with its place: a JSON Pointer into the body, or the name of a parameter */
      errors?: {
        message: string;
        path: string;
      }[];
      /** @description The address that was asked */
      instance?: string;
      /** @enum {string} */
      reason: "stale" | "locked";
      status: number;
      /** @description What went wrong */
      title: string;
      type: string;
    };
    /** @description Problem details (RFC 9457) */
    Problem: {
      /** @description What to do about it */
      detail?: string;
      /** @description Each with its place: a JSON Pointer into the body, or the name of a parameter */
      errors?: {
        message: string;
        path: string;
      }[];
      /** @description The address that was asked */
      instance?: string;
      reason?: string;
      status: number;
      /** @description What went wrong */
      title: string;
      type: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export interface operations {
  listAssessments: {
    parameters: {
      query?: {
        /** @description Where to go on: `next` of the page before, as it was given */
        cursor?: string;
        /** @description Entries a page */
        limit?: number;
        /** @description The ODS code of one organisation */
        organisation?: string;
      };
      header?: {
        /**
         * @description The ETag of what you hold; the reply is 304 where that is still so
         * @example "3"
         */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of assessments */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: {
              /** @description Reopened after a sign-off and not signed again */
              beingRevised: boolean;
              careSettings: (
                "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice"
              )[];
              framework: {
                id: string;
                version: string;
              };
              /** Format: uuid */
              id: string;
              organisation: {
                name: string;
                ods: string;
              };
              round: string;
              /** @description The latest sign-off; it stays when a round is reopened */
              signedOffAt: string | null;
              /**
               * Format: date-time
               * @description A moment in UTC, such as 2026-11-23T09:00:00.000Z
               */
              startedAt: string;
              /** @enum {string} */
              state: "in_progress" | "in_review" | "signed_off";
            }[];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
          };
        };
      };
      /** @description You hold this content already */
      304: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getAssessment: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description The ETag of what you hold; the reply is 304 where that is still so
         * @example "3"
         */
        "If-None-Match"?: string;
      };
      path: {
        /**
         * @description The id of the assessment, as the list of assessments gives it
         * @example 3f0c6a52-6f3c-4f0e-9c51-0c7a3c1b9c11
         */
        assessmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The assessment */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Reopened after a sign-off and not signed again */
            beingRevised: boolean;
            careSettings: (
              "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice"
            )[];
            framework: {
              id: string;
              version: string;
            };
            /** Format: uuid */
            id: string;
            organisation: {
              name: string;
              ods: string;
            };
            round: string;
            /** @description The latest sign-off; it stays when a round is reopened */
            signedOffAt: string | null;
            /**
             * Format: date-time
             * @description A moment in UTC, such as 2026-11-23T09:00:00.000Z
             */
            startedAt: string;
            /** @enum {string} */
            state: "in_progress" | "in_review" | "signed_off";
          };
        };
      };
      /** @description You hold this content already */
      304: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listAnswers: {
    parameters: {
      query?: {
        /** @description Where to go on: `next` of the page before, as it was given */
        cursor?: string;
        /** @description Entries a page */
        limit?: number;
      };
      header?: {
        /**
         * @description The ETag of what you hold; the reply is 304 where that is still so
         * @example "3"
         */
        "If-None-Match"?: string;
      };
      path: {
        /**
         * @description The id of the assessment, as the list of assessments gives it
         * @example 3f0c6a52-6f3c-4f0e-9c51-0c7a3c1b9c11
         */
        assessmentId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of answers */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: {
              capability: string;
              /** @description Brought over and not yet confirmed */
              carriedForward: boolean;
              confidence: ("low" | "medium" | "high") | null;
              /** @description Criterion id to its state; a criterion that is absent is undecided */
              criteria: {
                [key: string]: "met" | "not_met" | "not_known";
              };
              /** @description The id of the reason, or null */
              notApplicable: string | null;
              note: string;
              savedAt: string | null;
              savedBy: string | null;
              scope:
                | "organisation"
                | ("acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice");
              /** @description Counts accepted saves; 0 before the first */
              version: number;
              /** @description A care setting's own answer that was taken back */
              withdrawn: boolean;
            }[];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
          };
        };
      };
      /** @description You hold this content already */
      304: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getAnswer: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description The ETag of what you hold; the reply is 304 where that is still so
         * @example "3"
         */
        "If-None-Match"?: string;
      };
      path: {
        /**
         * @description The id of the assessment, as the list of assessments gives it
         * @example 3f0c6a52-6f3c-4f0e-9c51-0c7a3c1b9c11
         */
        assessmentId: string;
        /**
         * @description The id of the capability in the framework
         * @example c06-3
         */
        capability: string;
        /**
         * @description Where the answer serves: the whole organisation, or one care setting
         * @example organisation
         */
        scope:
          "organisation" | "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice";
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Brought over and not yet confirmed */
            carriedForward: boolean;
            confidence: ("low" | "medium" | "high") | null;
            /** @description Criterion id to its state; a criterion that is absent is undecided */
            criteria: {
              [key: string]: "met" | "not_met" | "not_known";
            };
            /** @description The id of the reason, or null */
            notApplicable: string | null;
            note: string;
            savedAt: string | null;
            savedBy: string | null;
            /** @description Counts accepted saves; 0 before the first */
            version: number;
            /** @description A care setting's own answer that was taken back */
            withdrawn: boolean;
          };
        };
      };
      /** @description You hold this content already */
      304: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  saveAnswer: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description A UUID, another for each save; the same one when you repeat a save whose reply was lost
         * @example 7b0d7c1e-58b4-4a0e-8f0e-2f4a8d0a9b10
         */
        "Idempotency-Key": string;
        /**
         * @description The ETag of the answer you read; "0" before the first save
         * @example "3"
         */
        "If-Match"?: string;
      };
      path: {
        /**
         * @description The id of the assessment, as the list of assessments gives it
         * @example 3f0c6a52-6f3c-4f0e-9c51-0c7a3c1b9c11
         */
        assessmentId: string;
        /**
         * @description The id of the capability in the framework
         * @example c06-3
         */
        capability: string;
        /**
         * @description Where the answer serves: the whole organisation, or one care setting
         * @example organisation
         */
        scope:
          "organisation" | "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice";
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "level": 3,
         *       "note": "Tested in March.",
         *       "confidence": "high"
         *     }
         */
        "application/json": {
          /** @default null */
          confidence?: ("low" | "medium" | "high") | null;
          criteria?: {
            [key: string]: "met" | "not_met" | "not_known";
          };
          /** @enum {number} */
          level?: 1 | 2 | 3 | 4 | 5;
          notApplicable?: {
            reason: string;
          };
          /** @default  */
          note?: string;
          version?: number;
        };
      };
    };
    responses: {
      /** @description Saved, and durable */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            level: {
              /** @enum {number} */
              high: 1 | 2 | 3 | 4 | 5;
              /** @enum {number} */
              low: 1 | 2 | 3 | 4 | 5;
            };
            /**
             * Format: date-time
             * @description A moment in UTC, such as 2026-11-23T09:00:00.000Z
             */
            savedAt: string;
            version: number;
          };
        };
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Another save was first, where “version” names the one you read; or the round is closed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Conflict"];
        };
      };
      /** @description Another save was first, where If-Match names the version you read */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Conflict"];
        };
      };
      /** @description The body is too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The body is no JSON */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The key was used for another answer */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Neither If-Match nor “version” says which version it replaces */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getAssessmentDocument: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description The ETag of what you hold; the reply is 304 where that is still so
         * @example "3"
         */
        "If-None-Match"?: string;
      };
      path: {
        /**
         * @description The id of the assessment, as the list of assessments gives it
         * @example 3f0c6a52-6f3c-4f0e-9c51-0c7a3c1b9c11
         */
        assessmentId: string;
        /**
         * @description A care setting of the assessment
         * @example acute
         */
        setting: "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice";
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The assessment document */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            answers: {
              capability: string;
              carriedForward?: boolean;
              confidence?: ("low" | "medium" | "high") | null;
              criteria?: {
                [key: string]: "met" | "not_met" | "not_known";
              };
              evidence?: {
                counter?: boolean;
                /** Format: date */
                effective?: string;
                /** @enum {string} */
                grade?: "none" | "stated" | "documented" | "verified";
                id?: string;
                owner?: string;
                reference?: string;
                /** Format: date */
                review?: string;
                title: string;
                url?: string;
              }[];
              /** @enum {number} */
              level?: 1 | 2 | 3 | 4 | 5;
              notApplicable?: {
                reason: string;
              };
              note?: string;
              target?: {
                /** Format: date */
                by?: string;
                /** @enum {number} */
                level: 1 | 2 | 3 | 4 | 5;
                reason?: string;
              };
            }[];
            /** Format: date */
            asOf?: string;
            /** @enum {string} */
            careSetting: "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice";
            /** @constant */
            format: "digital-maturity/assessment@1";
            framework: {
              id: string;
              version: string;
            };
            organisation?: {
              name?: string;
              ods?: string;
            };
            round?: string;
          };
        };
      };
      /** @description You hold this content already */
      304: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getResult: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description The ETag of what you hold; the reply is 304 where that is still so
         * @example "3"
         */
        "If-None-Match"?: string;
      };
      path: {
        /**
         * @description The id of the assessment, as the list of assessments gives it
         * @example 3f0c6a52-6f3c-4f0e-9c51-0c7a3c1b9c11
         */
        assessmentId: string;
        /**
         * @description A care setting of the assessment
         * @example acute
         */
        setting: "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice";
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The result */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            assessment: string;
            /** @description Answers as they stand now, or a sign-off, whose figures never change */
            basis:
              | {
                  /** @constant */
                  kind: "current";
                }
              | {
                  /**
                   * Format: date-time
                   * @description A moment in UTC, such as 2026-11-23T09:00:00.000Z
                   */
                  at: string;
                  /** @constant */
                  kind: "signed_off";
                  /** Format: uuid */
                  snapshot: string;
                };
            /** @enum {string} */
            careSetting: "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice";
            engineVersion: string;
            result: {
              capabilities: {
                above: string[];
                answered: boolean;
                /** @enum {number} */
                high: 1 | 2 | 3 | 4 | 5;
                id: string;
                /** @enum {number} */
                low: 1 | 2 | 3 | 4 | 5;
                missing: string[];
                progress: number;
              }[];
              completeness: {
                capabilities: {
                  answered: number;
                  applicable: number;
                };
                carriedForward: number;
                openCriteria: number;
              };
              dimensions: {
                high: number;
                id: string;
                low: number;
              }[];
              distance: {
                of: number;
                unmet: number;
              };
              /** @constant */
              format: "digital-maturity/result@1";
              heldBy: (
                | {
                    /** @constant */
                    kind: "overall";
                    needs: number;
                    value: number | null;
                  }
                | {
                    capability: string;
                    /** @constant */
                    kind: "gate";
                    /** @enum {number} */
                    needs: 1 | 2 | 3 | 4 | 5;
                    /** @enum {number} */
                    value: 1 | 2 | 3 | 4 | 5;
                  }
                | {
                    dimension: string;
                    /** @constant */
                    kind: "dimension";
                    needs: number;
                    value: number;
                  }
              )[];
              lenses: {
                [key: string]: {
                  groups: {
                    high: number;
                    id: string;
                    low: number;
                  }[];
                  overall: {
                    high: number;
                    low: number;
                  } | null;
                };
              };
              overall: {
                high: number;
                low: number;
              } | null;
              stage: {
                final: boolean;
                /** @enum {number} */
                high: 1 | 2 | 3 | 4 | 5;
                /** @enum {number} */
                low: 1 | 2 | 3 | 4 | 5;
              };
            };
            /** @description How many sensitive items are counted in the scores and not named for this person */
            withheld: {
              capabilities: number;
              safeguards: number;
            };
          };
        };
      };
      /** @description You hold this content already */
      304: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getReportFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The id of the assessment, as the list of assessments gives it
         * @example 3f0c6a52-6f3c-4f0e-9c51-0c7a3c1b9c11
         */
        assessmentId: string;
        /**
         * @description How the file is written
         * @example xlsx
         */
        format: "csv" | "docx" | "pdf" | "xlsx";
        /**
         * @description A care setting of the assessment
         * @example acute
         */
        setting: "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice";
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          /**
           * @description With a name people can find again
           * @example attachment; filename="gap-report-ZZA-acute-2026-27-signed-off-2026-11-23.xlsx"
           */
          "Content-Disposition": string;
          [name: string]: unknown;
        };
        content: {
          "application/pdf": string;
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
          "text/csv": string;
        };
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listFrameworks: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description The ETag of what you hold; the reply is 304 where that is still so
         * @example "3"
         */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The versions there are */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            id: string;
            illustrative: boolean;
            published?: string | null;
            reviewed?: string | null;
            /** @enum {string} */
            status: "draft" | "published";
            title: string;
            url: string;
            version: string;
          }[];
        };
      };
      /** @description You hold this content already */
      304: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description There is no such thing */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getFramework: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description The ETag of what you hold; the reply is 304 where that is still so
         * @example "3"
         */
        "If-None-Match"?: string;
      };
      path: {
        /**
         * @description The id of the framework
         * @example nhs-trust
         */
        id: string;
        /**
         * @description The version
         * @example 2026.1
         */
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The framework document */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            careSettings: {
              /** @default null */
              comparesWith:
                ("acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice") | null;
              /** @enum {string} */
              id: "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice";
              name: string;
            }[];
            dimensions: {
              capabilities: {
                /** @default null */
                appliesTo:
                  | ("acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice")[]
                  | null;
                /** @default true */
                comparable: boolean;
                /** @default [] */
                evidence: string[];
                /** @default [] */
                gateFor: (
                  "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice"
                )[];
                id: string;
                /**
                 * @default 2
                 * @enum {number}
                 */
                importance: 1 | 2 | 3;
                /** @default {} */
                lenses: {
                  [key: string]: string[];
                };
                levels: {
                  criteria: {
                    /** @default null */
                    appliesTo:
                      | ("acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice")[]
                      | null;
                    /** @enum {string} */
                    effort: "S" | "M" | "L" | "XL";
                    id: string;
                    text: string;
                    /** @default {} */
                    wording: {
                      [key: string]: string;
                    };
                  }[];
                  /** @default null */
                  hint: string | null;
                  /** @enum {number} */
                  level: 1 | 2 | 3 | 4 | 5;
                }[];
                /** @default null */
                mayBeNotApplicable: {
                  reasons: {
                    id: string;
                    text: string;
                  }[];
                } | null;
                name: string;
                /** @default [] */
                needs: {
                  capability: string;
                  /** @enum {number} */
                  level: 1 | 2 | 3 | 4 | 5;
                }[];
                number: string;
                /** @enum {string} */
                scope: "organisation" | "setting";
                /** @default false */
                sensitive: boolean;
                /** @default null */
                standsFor: {
                  dimension: string;
                  framework: string;
                } | null;
                stem: string;
                /** @default 1 */
                weight: number;
                /** @default [] */
                whoKnows: string[];
                /** @default {} */
                wording: {
                  [key: string]: {
                    name?: string;
                    stem?: string;
                  };
                };
              }[];
              id: string;
              name: string;
              number: string;
              /** @default  */
              subtitle: string;
              /** @default  */
              why: string;
            }[];
            /** @default 1 */
            dimensionSlack: number | null;
            /**
             * @default {
             *       "S": 1,
             *       "M": 3,
             *       "L": 8,
             *       "XL": 40
             *     }
             */
            effortPoints: {
              L: number;
              M: number;
              S: number;
              XL: number;
            };
            /** @default null */
            follows: {
              /** @default [] */
              crosswalk: {
                from: string[];
                to: string[];
              }[];
              version: string;
            } | null;
            /** @constant */
            format: "digital-maturity/framework@1";
            id: string;
            /** @default false */
            illustrative: boolean;
            /**
             * @default {
             *       "S": 3,
             *       "M": 6,
             *       "L": 12,
             *       "XL": 24
             *     }
             */
            leadMonths: {
              L: number;
              M: number;
              S: number;
              XL: number;
            };
            /** @default [] */
            lenses: {
              groups: {
                id: string;
                name: string;
              }[];
              /** @enum {string} */
              id:
                | "wgll"
                | "shift"
                | "dspt"
                | "dcf"
                | "productivity"
                | "barrier"
                | "provider_capability"
                | "control";
              name: string;
            }[];
            levels: {
              /** @enum {number} */
              level: 1 | 2 | 3 | 4 | 5;
              name: string;
              /** @default  */
              test: string;
            }[];
            /** @default null */
            published: string | null;
            /** @default null */
            reviewed: string | null;
            stages: {
              /** @enum {number} */
              gateAtLeast: 1 | 2 | 3 | 4 | 5;
              name: string;
              overallAtLeast: number;
              /** @enum {number} */
              stage: 1 | 2 | 3 | 4 | 5;
            }[];
            /** @enum {string} */
            status: "draft" | "published";
            /**
             * @default {
             *       "2": 1,
             *       "3": 1,
             *       "4": 1,
             *       "5": 1
             *     }
             */
            thresholds: {
              2: number;
              3: number;
              4: number;
              5: number;
            };
            title: string;
            version: string;
          };
        };
      };
      /** @description You hold this content already */
      304: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description There is no such thing */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listOrganisations: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description The ETag of what you hold; the reply is 304 where that is still so
         * @example "3"
         */
        "If-None-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The organisations */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: {
              careSettings: (
                "acute" | "mental_health" | "community" | "ambulance" | "specialist" | "practice"
              )[];
              kind: string;
              name: string;
              ods: string;
            }[];
          };
        };
      };
      /** @description You hold this content already */
      304: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listAuditEvents: {
    parameters: {
      query?: {
        /** @description One kind of event, such as answer.saved */
        action?: string;
        /** @description Before this moment */
        before?: string;
        /** @description Where to go on: `next` of the page before, as it was given */
        cursor?: string;
        /** @description From this moment on */
        from?: string;
        /** @description Entries a page */
        limit?: number;
        /** @description Who did it */
        person?: string;
      };
      header?: {
        /**
         * @description The ETag of what you hold; the reply is 304 where that is still so
         * @example "3"
         */
        "If-None-Match"?: string;
      };
      path: {
        /**
         * @description The code of the organisation, in either case
         * @example ZZA
         */
        ods: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of events */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: {
              action: string;
              /**
               * Format: date-time
               * @description A moment in UTC, such as 2026-11-23T09:00:00.000Z
               */
              at: string;
              /** @description Null for the service itself */
              by: string | null;
              detail: {
                [key: string]: unknown;
              };
              id: string;
              subject: string;
            }[];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
          };
        };
      };
      /** @description You hold this content already */
      304: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getBoardPackFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Which session of the board it is for
         * @example public
         */
        edition: "private" | "public";
        /**
         * @description How the file is written
         * @example pdf
         */
        format: "docx" | "pdf" | "pptx";
        /**
         * @description The code of the organisation, in either case
         * @example ZZA
         */
        ods: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          /**
           * @description With a name people can find again
           * @example attachment; filename="board-pack-ZZA-public-2026-27-2026-11-23.pdf"
           */
          "Content-Disposition": string;
          [name: string]: unknown;
        };
        content: {
          "application/pdf": string;
          "application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
        };
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  getPlan: {
    parameters: {
      query?: {
        /** @description Where to go on: `next` of the page before, as it was given */
        cursor?: string;
        /** @description Entries a page */
        limit?: number;
      };
      header?: {
        /**
         * @description The ETag of what you hold; the reply is 304 where that is still so
         * @example "3"
         */
        "If-None-Match"?: string;
      };
      path: {
        /**
         * @description The code of the organisation, in either case
         * @example ZZA
         */
        ods: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of actions */
      200: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: {
              benefits: {
                agreedBy: string;
                assumption: string;
                countedIn: string | null;
                description: string;
                fromYear: number;
                id: string;
                /** @enum {string} */
                kind: "cash_releasing" | "non_cash_releasing" | "quality_and_safety" | "societal";
                measure:
                  | {
                      pounds: number;
                      /** @constant */
                      unit: "pounds";
                    }
                  | {
                      hours: number;
                      /** @constant */
                      unit: "hours";
                      use: {
                        financeOwner: string;
                        /** @enum {string} */
                        kind: "cash_releasing" | "non_cash_releasing";
                        pounds: number;
                        text: string;
                      } | null;
                    }
                  | {
                      text: string;
                      /** @constant */
                      unit: "other";
                    };
                years: number;
              }[];
              costs: {
                agreedBy: string;
                assumption: string;
                description: string;
                doubleRunning: boolean;
                fromYear: number;
                funding: {
                  source: string;
                  /** @enum {string} */
                  type: "capital" | "revenue";
                } | null;
                id: string;
                /** @enum {string} */
                kind: "one_off_capital" | "one_off_revenue" | "recurring_revenue";
                pounds: number;
                years: number;
              }[];
              description: string;
              /** Format: date */
              dueOn: string;
              endedReason: string;
              finishedOn: string | null;
              /** Format: uuid */
              id: string;
              noDoubleRunning: boolean;
              optimismPercent: number | null;
              ownerId: string | null;
              ownerTitle: string;
              /** @enum {number} */
              phase: 1 | 2 | 3 | 4;
              risk: {
                impact: number;
                likelihood: number;
                text: string;
              } | null;
              serves: {
                capabilityId: string;
                criteria: string[];
                scope: string;
              }[];
              startsOn: string | null;
              /** @enum {string} */
              status: "draft" | "not_started" | "in_progress" | "finished" | "ended";
              title: string;
              version: number;
            }[];
            /** @description The cursor of the next page; null on the last one */
            next: string | null;
            /** @description How many actions are about sensitive questions and not named for this person */
            withheld: {
              actions: number;
            };
          };
        };
      };
      /** @description You hold this content already */
      304: {
        headers: {
          /**
           * @description Names this content; send it back in If-None-Match to get it only if it changed
           * @example "3"
           */
          ETag: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something in the request is wrong; “errors” says what and where */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description There is no token, or it opens nothing */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The token was not made for this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description It is not there, or not for you to see */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description This address has no such method; Allow says which it has */
      405: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description Too many requests; Retry-After says how many seconds to wait */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description The service cannot reach its records; try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
}
