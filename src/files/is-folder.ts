import { stat } from 'node:fs/promises'

/** Whether there is a folder at a path, as far as one may know. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
