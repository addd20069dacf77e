import { NextResponse } from "next/server";

// The build looks for this file in the folders above as well, and would find the product's. It runs for no request.
export const config = { matcher: "/nothing-is-here" };

export function proxy(): NextResponse {
  return NextResponse.next();
}
