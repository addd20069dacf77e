// The build looks for this file in the folders above as well, and would find the product's.
export function register(): void {}
