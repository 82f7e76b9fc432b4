/** How a cluster is reached. */
export interface ClusterSettings {
  /** The nodes' addresses, without user and password. */
  readonly addresses: readonly string[]
  readonly credentials?: Credentials | undefined
  /** Certificates, as PEM, that vouch for the nodes' own besides those that Node knows. */
  readonly certificates?: string | undefined
}

type Credentials =
  | { readonly kind: 'user'; readonly user: string; readonly password: string }
  | { readonly kind: 'api-key'; readonly key: string }
