/** @example megabytes(34_014_426) // => '34.0 MB' */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
