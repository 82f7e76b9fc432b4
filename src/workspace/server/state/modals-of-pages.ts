import type { Change, Person, View } from '../../records.ts'
import type { WorkspaceState } from './workspace-state.ts'

/** Which page a modal is shown on: as in Slack, the one on which somebody did what opened it, and no other of theirs. */
interface ModalsOfPages {
  /** Notes that a person does something on a page. */
  acts(person: Person, page: string | undefined): void
  /** The modals of a person that this page shows. */
  shownOn(page: string | undefined, views: readonly View[]): readonly View[]
  /** A change as this page is told of it. */
  toldTo(page: string | undefined, change: Change): Change
  /** The modals of a person that belong to another page, the top one first. */
  elsewhere(person: Person, page: string | undefined): readonly View[]
}

export function createModalsOfPages(state: WorkspaceState): ModalsOfPages {
  /** By person: where they acted last. */
  const lastActed = new Map<string, string>()
  /** By the id of the lowest modal. */
  const owners = new Map<string, string>()
  state.changes.subscribe(({ change }) => {
    if (change.kind !== 'views') return
    const page = lastActed.get(change.to)
    for (const { root_view_id: root } of change.views)
      if (page !== undefined && !owners.has(root)) owners.set(root, page)
  })
  const ownerOf = ({ root_view_id: root }: View) => owners.get(root)
  const shownOn: ModalsOfPages['shownOn'] = (page, views) =>
    views.filter((view) => page === undefined || (ownerOf(view) ?? page) === page)
  return {
    acts(person, page) {
      if (page !== undefined) lastActed.set(person.id, page)
    },
    shownOn,
    toldTo: (page, change) =>
      change.kind === 'views' ? { ...change, views: shownOn(page, change.views) } : change,
    elsewhere(person, page) {
      const views = state.views(person.id)
      const shown = shownOn(page, views)
      return views.filter((view) => !shown.includes(view)).toReversed()
    },
  }
}
