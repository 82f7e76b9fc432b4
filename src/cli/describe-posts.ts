import { dirname, join, relative, sep } from 'node:path'
import { pathForPeople } from '../files/path-for-people.ts'
import type { FileReading } from '../notes/corpus/file-reading.ts'

/** A folder of posts may be a blog rather than notes of talks, which no post tells. Says what to do if it is one. */
export function describePosts(root: string, files: readonly FileReading[]): readonly string[] {
  const folders = new Map<string, { readonly posts: number; readonly named: number }>()
  for (const { path, talks, why } of files) {
    const folder = blogAbove(path, root)
    if (why === undefined || talks.length === 0 || folder === undefined) continue
    const { posts, named } = folders.get(folder) ?? { posts: 0, named: 0 }
    const hasSpeaker = talks.some(({ value }) => value.speakers.length > 0)
    folders.set(folder, { posts: posts + 1, named: named + (hasSpeaker ? 1 : 0) })
  }
  return [...folders]
    .filter(([, { posts, named }]) => posts >= minPosts && named * 2 < posts)
    .map(
      ([folder, { posts, named }]) =>
        `  ${pathForPeople(folder)}: ${posts} posts are served, ${named === 0 ? 'none' : named} of them with a speaker. Name in a .gitignore beside which are on no talk, or the folder.`,
    )
}

/** Fewer can be looked through by hand. */
const minPosts = 10

/** The nearest folder above the file, within the notes, that is named like a blog. */
function blogAbove(path: string, root: string): string | undefined {
  const steps = dirname(relative(root, path)).split(sep)
  const at = steps.findLastIndex((step) => /^_?(?:posts?|blog|news|announcements|articles)$/i.test(step))
  return at < 0 ? undefined : join(root, ...steps.slice(0, at + 1))
}
