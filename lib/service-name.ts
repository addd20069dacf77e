/** What the service is called, wherever it names itself. */
export const serviceName = "Assess your trust’s digital maturity";
