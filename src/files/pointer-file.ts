/** What stands in the place of a file that a repository keeps elsewhere and that was not fetched. */
const pointer =
  /^(?:version https:\/\/git-lfs\.github\.com\/spec\/v\d+\n(?:ext-[^\n]+\n)*oid \w+:[\da-f]+\nsize \d+|\/annex\/objects\/\S+)\s*$/

/** In bytes: as Git LFS says of its own. */
const maxSize = 1024

/** Whether these are all bytes of a pointer of Git LFS or git-annex. */
export function isPointerFile(bytes: Buffer): boolean {
  return (
    bytes.length <= maxSize &&
    (bytes[0] === 0x76 || bytes[0] === 0x2f) &&
    pointer.test(bytes.toString('latin1'))
  )
}

/** A pointer has been read in the place of a file; the code is `ENOTFETCHED`. */
export class NotFetched extends Error {
  readonly code = 'ENOTFETCHED'
}
