import { sha256Hex } from '../../fingerprint.ts'
import { isRecord } from '../../rules/record-reader.ts'
import { type Json, objectIn, objectsIn, textIn } from '../read-json.ts'
import { bundleFiles, messageFolder, packageFolder } from './evidence-input.ts'
import type { BundleFiles } from './read-bundle.ts'
import { fileChecks, jsonObject, jsonValue } from './verify-files.ts'
import { packageChecks } from './verify-package.ts'
import { followsPlanCheck, planHashCheck } from './verify-plan.ts'
import { type Check, checkOf, type VerifyReport, verifyReport } from './verify-report.ts'

/**
 * Looks whether an evidence bundle, or the bare files of a customs package, are as they were written: every file by size
 * and SHA-256, none missing or added, all figures made anew, the plan hash made anew from the snapshot. Needs no server;
 * never throws for what the files hold. A report that is ok does not say that what was declared is right.
 */
export function verifyEvidence(files: BundleFiles): VerifyReport {
  const manifest = jsonObject(files, bundleFiles.manifest)
  if (manifest?.['schema'] === 'entrygo.evidence/1') return verifyReport('bundle', bundleChecks(files, manifest))
  if (manifest?.['schema'] === 'entrygo.manifest/1') return verifyReport('package', packageChecks(files, ''))
  const detail =
    'There is no manifest.json of a bundle (entrygo.evidence/1) or of a customs package (entrygo.manifest/1).'
  return verifyReport('unknown', [{ check: 'manifest', ok: false, detail }])
}

/** The same for one plan that was answered with its snapshot. */
export function verifyPlanDocument(plan: unknown): VerifyReport {
  return verifyReport('plan', [planHashCheck(isRecord(plan) ? plan : null)])
}

function bundleChecks(files: BundleFiles, manifest: Json): Check[] {
  const plan = jsonObject(files, bundleFiles.plan)
  const hasPackage = [...files.keys()].some((name) => name.startsWith(packageFolder))
  const packageManifest = hasPackage ? (jsonObject(files, `${packageFolder}manifest.json`) ?? {}) : null
  const entry = objectsIn(packageManifest ?? {}, 'files').find(({ artifact_type }) => artifact_type === 'cci_json')
  const invoice = jsonObject(files, `${packageFolder}${entry === undefined ? '' : textIn(entry, 'filename')}`)
  return [
    ...fileChecks(files, manifest, { folder: '', nameIn: 'name' }),
    planHashCheck(plan),
    sameIdentityCheck(manifest, plan ?? {}, packageManifest),
    rulePackCheck(files, plan ?? {}, packageManifest),
    ...(hasPackage ? packageChecks(files, packageFolder) : []),
    ...(hasPackage ? [followsPlanCheck(plan ?? {}, invoice ?? {})] : []),
    eventsCheck(jsonValue(files, bundleFiles.events), manifest),
    messagesCheck(files),
  ]
}

function sameIdentityCheck(manifest: Json, plan: Json, packageManifest: Json | null): Check {
  const problems = ['planHash', 'exportId'].flatMap((name) => {
    const others = packageManifest === null ? [plan[name]] : [plan[name], packageManifest[name]]
    return others.every((other) => other === manifest[name]) ? [] : [`${name} is not the same in all of them`]
  })
  const of = packageManifest === null ? 'bundle and plan' : 'bundle, plan and customs package'
  return checkOf(
    `one export and plan hash in ${of}`,
    problems,
    `${textIn(manifest, 'exportId')}, ${textIn(manifest, 'planHash')}`,
  )
}

function rulePackCheck(files: BundleFiles, plan: Json, packageManifest: Json | null): Check {
  const digest = textIn(jsonObject(files, bundleFiles.rulePack) ?? {}, 'digest')
  const others = [plan, ...(packageManifest === null ? [] : [packageManifest])]
  const isSame = digest !== null && others.every((other) => textIn(objectIn(other, 'rulePack'), 'digest') === digest)
  return checkOf('rule pack', isSame ? [] : ['the digest is not the same everywhere'], `digest ${digest}`)
}

/** From 1 to the event that the bundle stands for, each once and in order. */
function eventsCheck(events: unknown, manifest: Json): Check {
  const list: readonly unknown[] = Array.isArray(events) ? events : []
  const gap = list.findIndex((event, index) => !isRecord(event) || event['seq'] !== index + 1)
  const problems = [
    ...(Array.isArray(events) ? [] : ['events.json is no list']),
    ...(gap < 0 ? [] : [`where event ${gap + 1} belongs stands another`]),
    ...(list.length === manifest['eventSeq'] ? [] : [`there are ${list.length} events, not ${manifest['eventSeq']}`]),
  ]
  return checkOf('events without gaps', problems, `1 to ${list.length}`)
}

/** Every message has its attempts, which name the bytes that were sent. */
function messagesCheck(files: BundleFiles): Check {
  const names = [...files.keys()].filter((name) => name.startsWith(messageFolder))
  const attempts = names.filter((name) => name.endsWith(attemptsEnding))
  const messages = names.filter((name) => !name.endsWith(attemptsEnding))
  const stemOf = (name: string): string => name.replace(/\.(?:eml|json)$/, '')
  const known = new Set(messages.map(stemOf))
  const problems = [
    ...messages.flatMap((name) => {
      const sent = jsonObject(files, `${stemOf(name)}${attemptsEnding}`)
      if (sent === null) return [`${name} has no attempts`]
      return sent['sha256'] === sha256Hex(files.get(name) ?? '') ? [] : [`${name} is not what its attempts sent`]
    }),
    ...attempts
      .filter((name) => !known.has(name.slice(0, -attemptsEnding.length)))
      .map((name) => `${name} has no message`),
  ]
  return checkOf('messages with their attempts', problems, `${messages.length} messages`)
}

const attemptsEnding = '.attempts.json'
