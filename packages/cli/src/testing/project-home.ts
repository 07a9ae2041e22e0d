import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ProjectHome {
  readonly root: string
  /** A folder of the user, with a folder `inner`. */
  readonly project: string
  /** Names the user's folders, which are below `root` too. */
  readonly env: Readonly<Record<string, string>>
}

/** The folders of a user who has configured nothing. */
export async function makeProjectHome(): Promise<ProjectHome> {
  const root = await mkdtemp(join(tmpdir(), 'entrygo-config-'))
  const project = join(root, 'home', 'project')
  await mkdir(join(project, 'inner'), { recursive: true })
  await mkdir(join(root, 'xdg', 'entrygo'), { recursive: true })
  return { root, project, env: { HOME: join(root, 'home'), XDG_CONFIG_HOME: join(root, 'xdg') } }
}
