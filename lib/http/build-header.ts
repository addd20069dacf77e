/** The header in which the service names the build that gave a reply, for a page of an earlier one to find out. */
export const BUILD_HEADER = "service-build";
