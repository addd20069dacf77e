/** What the service is called, in its header and in the title of each page. */
export const serviceName = "Assess your trust’s digital maturity";
