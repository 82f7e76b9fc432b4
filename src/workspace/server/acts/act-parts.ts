import type { AppDescription } from '../manifest.ts'
import type { Post } from '../post.ts'
import type { ResponseUrls } from '../response-urls.ts'
import type { SocketMode } from '../socket-mode.ts'
import type { WorkspaceState } from '../state/workspace-state.ts'
import type { Views } from '../views.ts'

/**
 * What acts need of the workspace. Each act names who does it, and resolves once the app has acknowledged it, or should have.
 */
export interface ActParts {
  readonly state: WorkspaceState
  readonly description: AppDescription
  readonly post: Post
  readonly views: Views
  readonly responses: ResponseUrls
  readonly socket: SocketMode
}
