import type { Export } from '@entrygo/sdk/contract'
import { timelineOf } from '../facts/timeline.ts'
import { count } from '../text.ts'
import { type Html, html } from './html-text.ts'

/** So many moments are shown, the newest. */
const shownMoments = 200

/** What happened, when and by whom, with every attempt; then approvals and documents. */
export function historySection(found: Export): Html {
  const moments = timelineOf(found)
  const earlier = moments.length - shownMoments
  const items = moments.slice(-shownMoments).map(({ at, seq, who, what, facts, tone }) => {
    const [day = '', time = ''] = at.split('T')
    return html`<li class="${tone}"><time datetime="${at}">${day} <strong>${time.slice(0, 8)}</strong> UTC</time>
<p><strong>${what}</strong> <span class="soft">by ${who}${seq === null ? '' : ` · event ${seq}`}</span></p>
${facts === '' ? null : html`<p>${facts}</p>`}</li>
`
  })
  return html`<section><h2>What happened</h2>
${earlier > 0 ? html`<p class="soft">… and ${count(earlier, 'moment')} before these.</p>` : null}<ol class="timeline">
${items}</ol>
${approvals(found)}${documents(found)}</section>`
}

function approvals({ approvals: given }: Export): Html | null {
  if (given.length === 0) return null
  const items = given.map(
    ({
      actor,
      reason,
      approved_at,
      expires_at,
      live,
    }) => html`<li class="${live ? 'good' : 'plain'}"><time datetime="${approved_at}">${approved_at.slice(0, 16)}Z</time>
<p><strong>${actor.name}</strong> <span class="soft">(${actor.type})</span>: ${reason}</p>
<p class="soft">${live ? 'Counts' : 'No longer counts'}; it was given until ${expires_at.slice(0, 16)}Z.</p></li>
`,
  )
  return html`<h3>Approvals</h3><ol class="timeline">
${items}</ol>
`
}

function documents({ customs_package: found }: Export): Html | null {
  if (found === null) return null
  const rows = found.artifacts.map(
    ({
      filename,
      size,
      sha256,
    }) => html`<tr><td data-label="Document">${filename}</td><td data-label="Bytes" class="figure">${size}</td>
<td data-label="SHA-256"><code class="hash">${sha256}</code></td></tr>
`,
  )
  return html`<h3>Customs package ${found.packageNumber}</h3><table class="stack"><thead><tr><th scope="col">Document</th>
<th scope="col" class="figure">Bytes</th><th scope="col">SHA-256</th></tr></thead><tbody>
${rows}</tbody></table>`
}
