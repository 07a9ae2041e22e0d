// Generated from openapi.yaml by tools/codegen. Do not edit: run "pnpm run generate".

export interface paths {
    "/api/system/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the key and the server
         * @description Answers 200 when the API key is good and the server serves.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync products
         * @description Upsert products by `externalId` inside the account, 1-1,000 a request, all or none. The answer keeps the order of the request.
         */
        post: operations["syncProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouses/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync warehouses
         * @description Upsert warehouses by `externalId` inside the account, 1-1,000 a request, all or none. The answer keeps the order of the request.
         */
        post: operations["syncWarehouses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brokers/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync brokers
         * @description Upsert brokers by `externalId` inside the account, 1-1,000 a request, all or none. The answer keeps the order of the request.
         */
        post: operations["syncBrokers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List products
         * @description Stored products of the account, newest first; with `externalId` those alone, which finds an id again. An `externalId` that is not stored is no error: it is absent.
         */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a product
         * @description The product as it is stored, by the id that its sync returned.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List warehouses
         * @description Stored warehouses of the account, newest first; with `externalId` those alone, which finds an id again. An `externalId` that is not stored is no error: it is absent. A secret is never shown: `secretSet` says that there is one.
         */
        get: operations["listWarehouses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a warehouse
         * @description The warehouse as it is stored, by the id that its sync returned. A secret is never shown: `secretSet` says that there is one.
         */
        get: operations["getWarehouse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brokers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List brokers
         * @description Stored brokers of the account, newest first; with `externalId` those alone, which finds an id again. An `externalId` that is not stored is no error: it is absent. A secret is never shown: `secretSet` says that there is one.
         */
        get: operations["listBrokers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brokers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a broker
         * @description The broker as it is stored, by the id that its sync returned. A secret is never shown: `secretSet` says that there is one.
         */
        get: operations["getBroker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the account profile
         * @description Importer, bond, defaults and gate of the account.
         */
        get: operations["getAccountProfile"];
        /**
         * Set the account profile
         * @description Replaces the profile as a whole.
         */
        put: operations["putAccountProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync orders
         * @description Upsert orders by `externalId` inside the account, 1-1,000 a request, all or none. The answer keeps the order of the request. The lines of an order are replaced. Every product must be known; all unknown ones are named at once.
         */
        post: operations["syncOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List orders
         * @description Stored orders of the account, newest first; with `externalId` those alone, which finds an id again. An `externalId` that is not stored is no error: it is absent.
         */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an order
         * @description The order as it is stored, by the id that its sync returned.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan an export
         * @description A decision without external side effect: what should happen if these orders go through this warehouse and this broker. A new batch answers 201, a re-plan (`batchId`) or a dry run 200. A re-plan whose planHash did not change writes nothing.
         */
        post: operations["planExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Execute an export
         * @description Applies the approved plan: customs package, artifacts, warehouse notification and the hand-off to the broker. 201 the first time, 200 when the export was executed before: no gate is asked again, the package is the same, and only a submission that is not accepted and not in flight is sent again. Never waits for the broker.
         */
        post: operations["executeExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List exports
         * @description Exports of the account, newest first.
         */
        get: operations["listExports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inspect an export
         * @description The canonical state, computed from the committed record; equal for every reader.
         */
        get: operations["inspectExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a plan
         * @description A person or a policy approves one planHash. The approval dies with the planHash and at its end.
         */
        post: operations["approveExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the events of an export
         * @description A page of events after a `seq`; with `wait` a long-poll; with `Accept: text/event-stream` a stream.
         */
        get: operations["listExportEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the evidence of an export
         * @description A zip with the plan as hashed, approvals, the customs package and its files, every message as it was sent with its attempts, events, the identity of the rule pack, and a manifest with the SHA-256 of each. The same state of the export gives the same bytes.
         */
        get: operations["downloadEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/plans/{planHash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a planHash stands for
         * @description The hashed value of a plan of this export, current or earlier, as the very bytes (RFC 8785 canonical JSON) whose SHA-256 is the planHash. Never changes.
         */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/plans/{planHash}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two plans of an export
         * @description Field by field what is different in this plan (`after`) from the plan `against` (`before`), each difference with its cause. Equal plans have no differences.
         */
        get: operations["diffPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customs-packages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a customs package
         * @description A package and its files.
         */
        get: operations["getCustomsPackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customs-packages/{id}/artifacts/{artifact_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an artifact
         * @description The stored bytes, with their SHA-256 as `ETag` and `Content-Digest`.
         */
        get: operations["downloadArtifact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the events of the account
         * @description Events of all exports in the order in which they were committed; with `wait` a long-poll. Needs no address that the server can reach.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the endpoints
         * @description Every endpoint of the account with what waits for it and how its newest deliveries ended.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Register an endpoint
         * @description Upsert by `externalId`: every committed event of the types asked for is sent there, signed after Standard Webhooks. Only the answer that creates the endpoint shows its secret.
         */
        post: operations["registerWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test
         * @description Queues one message of type `webhook.test` to the endpoint, also to one that is not active; its outcome stands in the list of endpoints.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the secret
         * @description A new secret, shown this once. The old one signs too for 24 hours, so that receivers can change over.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send events again
         * @description Queues the events of one export after a `seq` again, under the ids that they had: a receiver that removes duplicates by `webhook-id` sees only what it missed.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a rule
         * @description Every dated record of one rule of the rule pack in use, or of the engine (`PLAN-01` to `PLAN-03`): severity, authority, wording, remedy and the facts it reads. A `/` in the id is sent as `%2F`. Any key will do.
         */
        get: operations["getRule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/api/openapi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the contract
         * @description The OpenAPI document, as JSON or, by `Accept`, as YAML. Open to everybody.
         */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive
         * @description Answers 200 while the process serves HTTP. Says nothing else.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * May the server get traffic
         * @description 503 while starting, draining or unable to write.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics
         * @description Prometheus text format. Bind the server to a private address if this must not be public.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An event reaches an endpoint
         * @description What EntryGo sends to a registered endpoint. Headers after Standard Webhooks: `webhook-id` (constant for an event, also when it is sent again), `webhook-timestamp` and `webhook-signature` of the attempt. Any 2xx takes the message; 408, 425, 429 and every doubt lead to another attempt; 410 switches the endpoint off: nothing new is queued for it, and what waits for it ends as failed.
         */
        post: operations["receiveEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description An account: the tenant that owns every record. `acc_` and 26 characters.
         * @example acc_01k9m4w2t8q5z7v3x6c1b0n9h2
         */
        AccountId: string;
        /**
         * @description A warehouse outside the United States, as returned by the warehouse sync. `wh_` and 26 characters.
         * @example wh_01k9m4w7d1r8s2k5j0p3f6g4ya
         */
        WarehouseId: string;
        /**
         * @description A customs broker, as returned by the broker sync. `br_` and 26 characters.
         * @example br_01k9m4wa5e2v9t6n3h8c7q1z0b
         */
        BrokerId: string;
        /**
         * @description A product, as returned by the product sync. `prod_` and 26 characters.
         * @example prod_01k9m4wd3x7w0y4r6m1s8t5k2j
         */
        ProductId: string;
        /**
         * @description An order, as returned by the order sync. Plans name orders by this id, never by `externalId`. `ord_` and 26 characters.
         * @example ord_01k9m4wg8c4b1z9q7v2x5n0h3d
         */
        OrderId: string;
        /**
         * @description An export, which is also its batch: `exportId` and `batch_id` are equal. `batch_` and 26 characters; `batch_dry_` for the answer of a dry run.
         * @example batch_01k9m4wk6f9g2a5d8s3j1p7y4r
         */
        ExportId: string;
        /**
         * @description A customs package. `cp_` and 26 characters.
         * @example cp_01k9m4wn0h5k8m2v4t7w1c6e3x
         */
        CustomsPackageId: string;
        /**
         * @description Any other EntryGo id: `apr_` approval, `ntf_` notification, `evt_` event, `sub_` submission, `exu_` export unit, `whk_` webhook.
         * @example evt_01k9m4wq2j6n9x3z5b8d1g4s7v
         */
        ObjectId: string;
        /**
         * @description The caller's own identifier of the record, unique inside the account for its kind. Printable text without control characters.
         * @example WEB-100234
         */
        ExternalId: string;
        /**
         * @description Identifies this request in logs and support conversations. Taken from the request's `X-Request-Id` when that is 8-64 characters of `A-Z a-z 0-9 _ -`, else made by the server.
         * @example req_01k9m4wt4m7q0y2c6f9h3k5n8a
         */
        RequestId: string;
        /**
         * @description Tells the server that two writes are meant to be one logical request. 1-255 printable ASCII characters. The `Idempotency-Key` header wins over this field.
         * @example nightly-2026-11-21:plan
         */
        IdempotencyKey: string;
        /**
         * @description Identity of a planning state: `sha256:` and the SHA-256, in hex, of the RFC 8785 canonical JSON of the plan's snapshot.
         * @example sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4
         */
        PlanHash: string;
        /**
         * @description SHA-256 in lower-case hex.
         * @example 8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4
         */
        Sha256: string;
        /**
         * @description One line of text without control characters.
         * @example Export desk
         */
        Text: string;
        /**
         * @description Text that may contain tabs and line breaks, no other control characters.
         * @example Load pallets by order number.
         */
        LongText: string;
        /**
         * Format: date-time
         * @description RFC 3339 in UTC.
         * @example 2026-11-21T15:04:05.000Z
         */
        Timestamp: string;
        /**
         * Format: date
         * @description `YYYY-MM-DD`. Law and entry dates are US Eastern dates.
         * @example 2026-11-21
         */
        Date: string;
        /**
         * @description ISO 3166-1 alpha-2 code in capitals. A code that is well-formed but not in the standard is a finding of the plan, not a schema error.
         * @example CA
         */
        CountryCode: string;
        /**
         * @description ISO 3166-1 alpha-2, or `UN` (unknown), `OTH` (other), `N/A` (not applicable), which exist in melt, smelt and cast fields alone.
         * @example CA
         */
        MetalCountry: string;
        /**
         * @description ISO 4217 alphabetic code. A code that is well-formed but unknown is a finding of the plan.
         * @example USD
         */
        CurrencyCode: string;
        /**
         * @description US port of entry, four digits (Schedule D).
         * @example 0901
         */
        PortCode: string;
        /**
         * @description Unit of measure: UN/ECE Recommendation 20 common code.
         * @example C62
         */
        Uom: string;
        /**
         * @description HTSUS number. Dots and spaces are dropped; letters and more than ten digits are refused; too few digits are a finding of the plan.
         * @example 6109.10.00.12
         */
        HtsCode: string;
        /**
         * @description An exact measure as a decimal string: up to 12 digits before and 4 after the point, no sign, no exponent.
         * @example 12.5
         */
        Decimal: string;
        /**
         * @description A percentage from 0 to 100 as a decimal string with up to 4 decimals.
         * @example 60
         */
        Percent: string;
        /**
         * Format: double
         * @description US dollars, at most 4 decimals. Read from its JSON source text; no binary floating point is used in sums. 0 is accepted here and is a finding of the plan.
         * @example 24.5
         */
        Usd: number;
        /**
         * Format: double
         * @description A quantity above 0 with at most 4 decimals.
         * @example 12
         */
        Quantity: number;
        /**
         * Format: double
         * @description US dollars, a sum of values rounded to the cent.
         * @example 1284.6
         */
        UsdTotal: number;
        /**
         * Format: email
         * @description One e-mail address without display name.
         * @example entries@broker.example
         */
        Email: string;
        /**
         * Format: uri
         * @description An absolute https URL at a public address, port 443 or 8443. Plain http to the machine itself is taken by a server that was started for development, and refused by every other.
         * @example https://warehouse.example/hooks/entrygo
         */
        Url: string;
        /**
         * @description Write-only: no answer ever contains it; `secretSet` says whether one is stored. Of a webhook: `whsec_` and base64 of 24 to 64 bytes (Standard Webhooks); two of them, parted by a blank, while receivers change over. Of BorderBuddy: its API key.
         * @example whsec_5Zt3kq8XvYw1pR6uJ0nH4c2mB9dF7sLa
         */
        Secret: string;
        /** @description Free-form object, kept as given. */
        OpenObject: Record<string, unknown>;
        /**
         * @description RFC 6901 pointer into the plan's `inputs`.
         * @example /products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin
         */
        JsonPointer: string;
        /** @description A company or person named on the invoice. Only `name` must be readable; what customs needs beyond it is asked for by the plan. */
        Party: {
            name: components["schemas"]["Text"];
            street?: components["schemas"]["Text"];
            city?: components["schemas"]["Text"];
            region?: components["schemas"]["Text"];
            postalCode?: components["schemas"]["Text"];
            country?: components["schemas"]["CountryCode"];
            contact?: components["schemas"]["Text"];
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Text"];
            taxId?: components["schemas"]["Text"];
            /** @description Manufacturer identification code. */
            mid?: components["schemas"]["Text"];
            duns?: components["schemas"]["Text"];
            /** @description FDA establishment identifier. */
            fei?: components["schemas"]["Text"];
            /** @description Result of a restricted-party screening done by the caller. */
            screening?: {
                listDate: components["schemas"]["Date"];
                /**
                 * @description Outcome of the screening.
                 * @enum {string}
                 */
                result: "clear" | "possible" | "match";
            };
        };
        /** @description One constituent material and its share by weight. */
        Material: {
            name: components["schemas"]["Text"];
            pct: components["schemas"]["Percent"];
        };
        /** @description Steel content and country of melt and pour. */
        SteelFacts: {
            weightG?: components["schemas"]["Decimal"];
            usPct?: components["schemas"]["Percent"];
            ukPct?: components["schemas"]["Percent"];
            meltPour?: components["schemas"]["MetalCountry"];
            millCert?: components["schemas"]["Text"];
        };
        /** @description Aluminum content, primary and secondary country of smelt, country of cast. */
        AluminumFacts: {
            weightG?: components["schemas"]["Decimal"];
            usPct?: components["schemas"]["Percent"];
            ukPct?: components["schemas"]["Percent"];
            primarySmelt?: components["schemas"]["MetalCountry"];
            secondarySmelt?: components["schemas"]["MetalCountry"];
            cast?: components["schemas"]["MetalCountry"];
        };
        /** @description Copper content, country of smelt and of cast. */
        CopperFacts: {
            weightG?: components["schemas"]["Decimal"];
            usPct?: components["schemas"]["Percent"];
            ukPct?: components["schemas"]["Percent"];
            smelt?: components["schemas"]["MetalCountry"];
            cast?: components["schemas"]["MetalCountry"];
        };
        /** @description Metal content of one article, for Section 232. Weights are grams in one article. */
        Metals: {
            steel?: components["schemas"]["SteelFacts"];
            aluminum?: components["schemas"]["AluminumFacts"];
            copper?: components["schemas"]["CopperFacts"];
            evidence?: components["schemas"]["Text"];
        };
        /** @description Facts for the Section 232 semiconductor test (US note 39). */
        SemiconductorFacts: {
            /** @description Total processing performance. */
            tpp?: components["schemas"]["Decimal"];
            /** @description DRAM bandwidth in GB per second. */
            dramGBs?: components["schemas"]["Decimal"];
            /**
             * @description End use.
             * @enum {string}
             */
            endUse?: "data_center" | "repair" | "research" | "startup" | "consumer" | "civil_industrial" | "public_sector" | "other";
        };
        /** @description Facts for the Section 232 unmanned-aircraft test. */
        UasFacts: {
            /** @description The article is an unmanned aircraft or part of one. */
            isUas?: boolean;
            /** @description It has a thermal imager. */
            thermalImaging?: boolean;
            /** @description It is or includes a docking station. */
            dockingStation?: boolean;
            takeoffWeightKg?: components["schemas"]["Decimal"];
        };
        /** @description Facts for the Section 232 pharmaceutical test. */
        PharmaFacts: {
            /** @description The product is patented. */
            patented?: boolean;
            /** @description The product is generic. */
            generic?: boolean;
            company?: components["schemas"]["Text"];
        };
        /** @description Dangerous-goods facts. */
        HazmatFacts: {
            /** @description A lithium battery is in or with the article. */
            lithiumBattery?: boolean;
            /**
             * @description UN number.
             * @example UN3481
             */
            unNumber?: string;
        };
        /** @description The owner's answer for one antidumping or countervailing duty order. Scope text controls, not the tariff number. */
        AdcvdAnswer: {
            /** @description The article is in the scope of the order. */
            inScope?: boolean;
            /**
             * @description Case number.
             * @example A-122-857
             */
            case?: string;
            producer?: components["schemas"]["Text"];
        };
        /** @description One traced input of the article. */
        SupplyChainInput: {
            input: components["schemas"]["Text"];
            country: components["schemas"]["CountryCode"];
            evidence?: components["schemas"]["Text"];
        };
        /** @description The certification data elements of USMCA Annex 5-A. */
        UsmcaCertificate: {
            /**
             * @description Who certifies.
             * @enum {string}
             */
            certifiedBy: "importer" | "exporter" | "producer";
            certifier?: components["schemas"]["Party"];
            exporter?: components["schemas"]["Party"];
            producer?: components["schemas"]["Party"];
            importer?: components["schemas"]["Party"];
            descriptionAndHs6?: components["schemas"]["Text"];
            /**
             * @description Origin criterion.
             * @enum {string}
             */
            criterion?: "A" | "B" | "C" | "D";
            /** @description First and last day of the blanket period. */
            blanketPeriod?: components["schemas"]["Date"][];
            /** @description Who signed and when. */
            signature?: {
                name: components["schemas"]["Text"];
                date: components["schemas"]["Date"];
            };
        };
        /** @description A claim for preferential treatment. */
        Preference: {
            /**
             * @description Trade agreement.
             * @enum {string}
             */
            program: "USMCA";
            certificate?: components["schemas"]["UsmcaCertificate"];
        };
        /** @description What the owner declares to one partner government agency program. `data` states that the product is regulated under the program; `disclaimed` that it is not, with its code; `unknown` that nobody has decided. */
        PgaDeclaration: {
            /**
             * @description The declaration.
             * @enum {string}
             */
            status: "data" | "disclaimed" | "unknown";
            /**
             * @description Reason code of a disclaimer.
             * @enum {string}
             */
            disclaimCode?: "A" | "B" | "C" | "D";
            /**
             * @description ACE agency flag, if the broker told it.
             * @example FD3
             */
            flag?: string;
            data?: components["schemas"]["OpenObject"];
        };
        /** @description Declarations by agency program. */
        PgaDeclarations: {
            fda_food?: components["schemas"]["PgaDeclaration"];
            fda_cos?: components["schemas"]["PgaDeclaration"];
            fda_drug?: components["schemas"]["PgaDeclaration"];
            fda_dev?: components["schemas"]["PgaDeclaration"];
            fda_rad?: components["schemas"]["PgaDeclaration"];
            fda_fcs?: components["schemas"]["PgaDeclaration"];
            fsis?: components["schemas"]["PgaDeclaration"];
            aphis?: components["schemas"]["PgaDeclaration"];
            lacey?: components["schemas"]["PgaDeclaration"];
            epa_tsca?: components["schemas"]["PgaDeclaration"];
            epa_wood?: components["schemas"]["PgaDeclaration"];
            epa_pest?: components["schemas"]["PgaDeclaration"];
            epa_vne?: components["schemas"]["PgaDeclaration"];
            epa_ods_hfc?: components["schemas"]["PgaDeclaration"];
            nhtsa?: components["schemas"]["PgaDeclaration"];
            cpsc?: components["schemas"]["PgaDeclaration"];
            fcc?: components["schemas"]["PgaDeclaration"];
            ttb?: components["schemas"]["PgaDeclaration"];
            atf?: components["schemas"]["PgaDeclaration"];
            dea?: components["schemas"]["PgaDeclaration"];
            fws?: components["schemas"]["PgaDeclaration"];
            nmfs?: components["schemas"]["PgaDeclaration"];
            omc?: components["schemas"]["PgaDeclaration"];
            ams?: components["schemas"]["PgaDeclaration"];
            ddtc_ofac?: components["schemas"]["PgaDeclaration"];
        };
        /** @description Where one fact came from. `default` is at least REVIEW. */
        Provenance: {
            /**
             * @description The source.
             * @enum {string}
             */
            source: "owner" | "broker" | "ruling" | "classifier" | "default";
            reference?: components["schemas"]["Text"];
        };
        /** @description Provenance by field name, for example `{"countryOfOrigin": {"source": "owner"}}`. */
        ProvenanceByField: {
            [key: string]: components["schemas"]["Provenance"];
        };
        /** @description A product with its customs facts. Everything but `externalId` is optional here: the plan says what is missing. Facts given on an order line beat these. */
        ProductInput: {
            externalId: components["schemas"]["ExternalId"];
            /** @description Article name, grade or quality, material and use, in plain words. */
            description?: components["schemas"]["Text"];
            /** @description Stock-keeping unit; `externalId` when absent. */
            sku?: components["schemas"]["ExternalId"];
            brand?: components["schemas"]["Text"];
            model?: components["schemas"]["Text"];
            uom?: components["schemas"]["Uom"];
            htsCode?: components["schemas"]["HtsCode"];
            /** @description Where the article was made; never where it ships from. */
            countryOfOrigin?: components["schemas"]["CountryCode"];
            manufacturer?: components["schemas"]["Party"];
            unitNetWeightG?: components["schemas"]["Decimal"];
            articleWeightG?: components["schemas"]["Decimal"];
            metadata?: components["schemas"]["OpenObject"];
            /** @description Materials by weight; the shares add up to 100. */
            materials?: components["schemas"]["Material"][];
            /**
             * @description Textile construction.
             * @enum {string}
             */
            construction?: "knit" | "woven" | "other";
            /**
             * @description Wearer.
             * @enum {string}
             */
            gender?: "men" | "women" | "boys" | "girls" | "unisex";
            ageGrade?: components["schemas"]["Text"];
            /** @description Designed or intended primarily for children of 12 years or younger. */
            childrenProduct?: boolean;
            /**
             * @description How the article is presented.
             * @enum {string}
             */
            packaging?: "packaged" | "bulk";
            metals?: components["schemas"]["Metals"];
            usContentPct?: components["schemas"]["Percent"];
            /**
             * @description End use.
             * @enum {string}
             */
            endUse?: "passenger_vehicle" | "truck_bus" | "agricultural_industrial" | "other";
            endUseCert?: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description Model year of a vehicle.
             */
            modelYear?: number;
            /** @description The article is a part for a vehicle. */
            isVehiclePart?: boolean;
            /** @description The article is a kitchen cabinet, a bathroom vanity or a part of one. */
            isCabinetOrVanity?: boolean;
            /** @description The article is a quartz surface product. */
            isQuartzSurface?: boolean;
            semi?: components["schemas"]["SemiconductorFacts"];
            uas?: components["schemas"]["UasFacts"];
            pharma?: components["schemas"]["PharmaFacts"];
            /** @description Minimum import price certificate. */
            mipCertificate?: components["schemas"]["Text"];
            hazmat?: components["schemas"]["HazmatFacts"];
            /** @description Answers for antidumping and countervailing duty orders. */
            adcvd?: components["schemas"]["AdcvdAnswer"][];
            /** @description Evidence that US goods return. */
            returnEvidence?: components["schemas"]["Text"];
            /** @description Traced inputs. */
            supplyChainTrace?: components["schemas"]["SupplyChainInput"][];
            preference?: components["schemas"]["Preference"];
            pga?: components["schemas"]["PgaDeclarations"];
            provenance?: components["schemas"]["ProvenanceByField"];
        };
        /** @description A stored product as the plan sees it. `htsCode` is normalised to digits. */
        StoredProduct: {
            id: components["schemas"]["ProductId"];
            externalId: components["schemas"]["ExternalId"];
            /** @description Article name, grade or quality, material and use, in plain words. */
            description?: components["schemas"]["Text"];
            /** @description Stock-keeping unit; `externalId` when absent. */
            sku: components["schemas"]["ExternalId"];
            brand?: components["schemas"]["Text"];
            model?: components["schemas"]["Text"];
            uom?: components["schemas"]["Uom"];
            htsCode?: components["schemas"]["HtsCode"];
            /** @description Where the article was made; never where it ships from. */
            countryOfOrigin?: components["schemas"]["CountryCode"];
            manufacturer?: components["schemas"]["Party"];
            unitNetWeightG?: components["schemas"]["Decimal"];
            articleWeightG?: components["schemas"]["Decimal"];
            metadata?: components["schemas"]["OpenObject"];
            /** @description Materials by weight; the shares add up to 100. */
            materials?: components["schemas"]["Material"][];
            /**
             * @description Textile construction.
             * @enum {string}
             */
            construction?: "knit" | "woven" | "other";
            /**
             * @description Wearer.
             * @enum {string}
             */
            gender?: "men" | "women" | "boys" | "girls" | "unisex";
            ageGrade?: components["schemas"]["Text"];
            /** @description Designed or intended primarily for children of 12 years or younger. */
            childrenProduct?: boolean;
            /**
             * @description How the article is presented.
             * @enum {string}
             */
            packaging?: "packaged" | "bulk";
            metals?: components["schemas"]["Metals"];
            usContentPct?: components["schemas"]["Percent"];
            /**
             * @description End use.
             * @enum {string}
             */
            endUse?: "passenger_vehicle" | "truck_bus" | "agricultural_industrial" | "other";
            endUseCert?: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description Model year of a vehicle.
             */
            modelYear?: number;
            /** @description The article is a part for a vehicle. */
            isVehiclePart?: boolean;
            /** @description The article is a kitchen cabinet, a bathroom vanity or a part of one. */
            isCabinetOrVanity?: boolean;
            /** @description The article is a quartz surface product. */
            isQuartzSurface?: boolean;
            semi?: components["schemas"]["SemiconductorFacts"];
            uas?: components["schemas"]["UasFacts"];
            pharma?: components["schemas"]["PharmaFacts"];
            /** @description Minimum import price certificate. */
            mipCertificate?: components["schemas"]["Text"];
            hazmat?: components["schemas"]["HazmatFacts"];
            /** @description Answers for antidumping and countervailing duty orders. */
            adcvd?: components["schemas"]["AdcvdAnswer"][];
            /** @description Evidence that US goods return. */
            returnEvidence?: components["schemas"]["Text"];
            /** @description Traced inputs. */
            supplyChainTrace?: components["schemas"]["SupplyChainInput"][];
            preference?: components["schemas"]["Preference"];
            pga?: components["schemas"]["PgaDeclarations"];
            provenance?: components["schemas"]["ProvenanceByField"];
        };
        /** @description The stored product, as its sync answers. */
        Product: components["schemas"]["StoredProduct"] & {
            /** @description True when this request created the record. */
            created: boolean;
        };
        /** @description A page of products, newest first; one that is synced again keeps its place. A page may hold fewer than `limit`; follow `next_cursor` until it is null. */
        ProductList: {
            /** @description Products. */
            data: components["schemas"]["StoredProduct"][];
            /** @description Null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /** @description How the warehouse is told. Execute records the notification in every case. */
        WarehouseNotificationInput: {
            /**
             * @description The channel.
             * @enum {string}
             */
            channel: "none" | "email" | "webhook";
            email?: components["schemas"]["Email"];
            url?: components["schemas"]["Url"];
            secret?: components["schemas"]["Secret"];
            instructions?: components["schemas"]["LongText"];
        };
        /** @description A warehouse outside the United States. */
        WarehouseInput: {
            externalId: components["schemas"]["ExternalId"];
            address: components["schemas"]["WarehouseAddress"];
            portOfEntry?: components["schemas"]["PortCode"];
            modeOfTransport?: components["schemas"]["ModeOfTransport"];
            carrierScac?: components["schemas"]["CarrierScac"];
            notification?: components["schemas"]["WarehouseNotificationInput"];
        };
        /** @description The warehouse's address. Its country is given and is not `US`. */
        WarehouseAddress: components["schemas"]["Party"] & {
            /** @description Exporting country. */
            country: string;
        };
        /** @description A stored warehouse. */
        StoredWarehouse: {
            id: components["schemas"]["WarehouseId"];
            externalId: components["schemas"]["ExternalId"];
            address: components["schemas"]["WarehouseAddress"];
            portOfEntry?: components["schemas"]["PortCode"];
            modeOfTransport?: components["schemas"]["ModeOfTransport"];
            carrierScac?: components["schemas"]["CarrierScac"];
            /** @description How the warehouse is told. */
            notification?: {
                /**
                 * @description The channel.
                 * @enum {string}
                 */
                channel: "none" | "email" | "webhook";
                email?: components["schemas"]["Email"];
                url?: components["schemas"]["Url"];
                instructions?: components["schemas"]["LongText"];
                /** @description A secret is stored. */
                secretSet: boolean;
            };
        };
        /** @description The stored warehouse, as its sync answers. */
        Warehouse: components["schemas"]["StoredWarehouse"] & {
            /** @description True when this request created the record. */
            created: boolean;
        };
        /** @description A page of warehouses, newest first; one that is synced again keeps its place. A page may hold fewer than `limit`; follow `next_cursor` until it is null. */
        WarehouseList: {
            /** @description Warehouses. */
            data: components["schemas"]["StoredWarehouse"][];
            /** @description Null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /** @description How the broker receives a customs package. */
        BrokerSubmissionInput: {
            type: components["schemas"]["SubmissionType"];
            email?: components["schemas"]["Email"];
            url?: components["schemas"]["Url"];
            secret?: components["schemas"]["Secret"];
            /**
             * @description Name of the column map of the CSV.
             * @example canonical
             */
            columnMap?: string;
            /**
             * @description What happens after an attempt whose outcome nobody can know: `at_least_once` sends again and says so, `at_most_once` stops at `unknown`. Not for `borderbuddy`.
             * @default at_least_once
             * @enum {string}
             */
            policy?: "at_least_once" | "at_most_once";
            /**
             * Format: int32
             * @description How long an HTTP broker remembers an idempotency key.
             * @default 86400
             */
            keyWindowSeconds?: number;
            /**
             * @description An HTTP broker can be asked whether it holds a submission.
             * @default true
             */
            queryable?: boolean;
            /**
             * Format: int32
             * @description How long after a send a look-up is reliable.
             * @default 60
             */
            settleSeconds?: number;
            /**
             * Format: int32
             * @description Largest message that the broker accepts, a mail with its files included. Where it is too small, the largest files are left out and named with their SHA-256; a message that does not fit even so is refused at execute.
             * @default 8388608
             */
            maxBodyBytes?: number;
            /**
             * Format: int32
             * @description Simultaneous attempts.
             * @default 1
             */
            concurrency?: number;
        };
        /** @description A customs broker. Only a broker files with CBP; EntryGo hands a package over. */
        BrokerInput: {
            externalId: components["schemas"]["ExternalId"];
            name: components["schemas"]["Text"];
            address?: components["schemas"]["Party"];
            /**
             * @description CBP filer code.
             * @example X9Z
             */
            filerCode?: string;
            /** @description The broker holds a power of attorney from the importer of record. */
            poaOnFile?: boolean;
            submission: components["schemas"]["BrokerSubmissionInput"];
        };
        /** @description A stored broker. */
        StoredBroker: {
            id: components["schemas"]["BrokerId"];
            externalId: components["schemas"]["ExternalId"];
            name: components["schemas"]["Text"];
            address?: components["schemas"]["Party"];
            /** @description CBP filer code. */
            filerCode?: string;
            /** @description The broker holds a power of attorney from the importer of record. */
            poaOnFile?: boolean;
            /** @description How the broker receives a customs package. Defaults are filled in. */
            submission: {
                type: components["schemas"]["SubmissionType"];
                email?: components["schemas"]["Email"];
                url?: components["schemas"]["Url"];
                /** @description Name of the column map of the CSV. */
                columnMap?: string;
                /**
                 * @description Policy after an ambiguous attempt.
                 * @enum {string}
                 */
                policy: "at_least_once" | "at_most_once";
                /**
                 * Format: int32
                 * @description Key window of the broker.
                 */
                keyWindowSeconds: number;
                /** @description The broker can be asked. */
                queryable: boolean;
                /**
                 * Format: int32
                 * @description Settle time.
                 */
                settleSeconds: number;
                /**
                 * Format: int32
                 * @description Largest body.
                 */
                maxBodyBytes: number;
                /**
                 * Format: int32
                 * @description Simultaneous attempts.
                 */
                concurrency: number;
                /** @description A secret is stored. */
                secretSet: boolean;
            };
        };
        /** @description The stored broker, as its sync answers. */
        Broker: components["schemas"]["StoredBroker"] & {
            /** @description True when this request created the record. */
            created: boolean;
        };
        /** @description A page of brokers, newest first; one that is synced again keeps its place. A page may hold fewer than `limit`; follow `next_cursor` until it is null. */
        BrokerList: {
            /** @description Brokers. */
            data: components["schemas"]["StoredBroker"][];
            /** @description Null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /** @description The importer of record. */
        Importer: {
            name: components["schemas"]["Text"];
            street?: components["schemas"]["Text"];
            city?: components["schemas"]["Text"];
            region?: components["schemas"]["Text"];
            postalCode?: components["schemas"]["Text"];
            country?: components["schemas"]["CountryCode"];
            contact?: components["schemas"]["Text"];
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Text"];
            taxId?: components["schemas"]["Text"];
            mid?: components["schemas"]["Text"];
            duns?: components["schemas"]["Text"];
            fei?: components["schemas"]["Text"];
            /** @description Result of a restricted-party screening done by the caller. */
            screening?: {
                listDate: components["schemas"]["Date"];
                /**
                 * @description Outcome of the screening.
                 * @enum {string}
                 */
                result: "clear" | "possible" | "match";
            };
            /**
             * @description Importer of record number (EIN, SSN or CBP-assigned).
             * @example 12-3456789XX
             */
            iorNumber?: string;
            /** @description The importer of record is established in the United States. */
            isUsIor?: boolean;
        };
        /** @description The customs bond. */
        Bond: {
            /**
             * @description Kind of bond.
             * @enum {string}
             */
            type: "single" | "continuous";
            number?: components["schemas"]["Text"];
        };
        /** @description What the invoice says about itself. */
        InvoiceTerms: {
            number?: components["schemas"]["Text"];
            /** @description Employee of the exporter with knowledge of the transaction. */
            responsibleIndividual?: components["schemas"]["Text"];
            /**
             * @description ISO 639-1 code of the invoice's language.
             * @default en
             */
            language?: string;
        };
        /** @description Something the buyer supplied for the production (19 CFR 152.103). */
        Assist: {
            type: components["schemas"]["Text"];
            amountUsd: components["schemas"]["Usd"];
        };
        /** @description When an export needs an approval before it may be executed. */
        Gate: {
            /**
             * @description `server`: a REVIEW_REQUIRED plan needs an approval record; `caller`: the caller decides.
             * @default server
             * @enum {string}
             */
            mode?: "server" | "caller";
            valueOverUsd?: components["schemas"]["Usd"];
            /** @description Flags that always need an approval. */
            flags?: components["schemas"]["Flag"][];
            /**
             * Format: int32
             * @description How long an approval lives.
             * @default 168
             */
            approvalTtlHours?: number;
        };
        /** @description The account's importer, bond, defaults and gate. Replaced as a whole. */
        AccountProfileInput: {
            accountId: components["schemas"]["AccountId"];
            seller?: components["schemas"]["Party"];
            importer?: components["schemas"]["Importer"];
            bond?: components["schemas"]["Bond"];
            invoice?: components["schemas"]["InvoiceTerms"];
            /** @description Used where an order is silent. */
            orderDefaults?: {
                incoterm?: components["schemas"]["Incoterm"];
                /** @description Seller and buyer are related. */
                relatedParty?: boolean;
                /** @description Assists; an empty list states that there are none. */
                assists?: components["schemas"]["Assist"][];
            };
            gate?: components["schemas"]["Gate"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description The stored profile. An account that never set one gets the defaults. */
        AccountProfile: {
            accountId: components["schemas"]["AccountId"];
            seller?: components["schemas"]["Party"];
            importer?: components["schemas"]["Importer"];
            bond?: components["schemas"]["Bond"];
            invoice?: components["schemas"]["InvoiceTerms"];
            /** @description Used where an order is silent. */
            orderDefaults?: {
                incoterm?: components["schemas"]["Incoterm"];
                /** @description Seller and buyer are related. */
                relatedParty?: boolean;
                /** @description Assists. */
                assists?: components["schemas"]["Assist"][];
            };
            /** @description When an export needs an approval. Defaults are filled in. */
            gate: {
                /**
                 * @description Who gates.
                 * @enum {string}
                 */
                mode: "server" | "caller";
                valueOverUsd?: components["schemas"]["Usd"];
                /** @description Flags that always need an approval. */
                flags: components["schemas"]["Flag"][];
                /**
                 * Format: int32
                 * @description How long an approval lives.
                 */
                approvalTtlHours: number;
            };
        };
        /**
         * @description Incoterms 2020 rule.
         * @enum {string}
         */
        Incoterm: "EXW" | "FCA" | "FAS" | "FOB" | "CFR" | "CIF" | "CPT" | "CIP" | "DAP" | "DPU" | "DDP";
        /**
         * @description Mode of transport at the border.
         * @enum {string}
         */
        ModeOfTransport: "truck" | "air" | "ocean" | "rail" | "mail";
        /**
         * @description Standard Carrier Alpha Code.
         * @example ABCD
         */
        CarrierScac: string;
        /** @description Unit price in the currency of the invoice. Shown beside the US dollar values; nothing is converted. */
        UnitPrice: {
            amount: components["schemas"]["Decimal"];
            currency: components["schemas"]["CurrencyCode"];
        };
        /** @description One line of an order. Facts given here (those of one lot) beat the product's. */
        OrderLineInput: {
            productId: components["schemas"]["ProductId"];
            quantity: components["schemas"]["Quantity"];
            unitValueUsd: components["schemas"]["Usd"];
            /**
             * @description Identifies the line inside its order; its position, from `1`, when absent.
             * @example 1
             */
            lineId?: string;
            uom?: components["schemas"]["Uom"];
            unitPrice?: components["schemas"]["UnitPrice"];
            lineTotalUsd?: components["schemas"]["Usd"];
            /** @description Value for customs of goods that are free of charge. */
            customsValueUsd?: components["schemas"]["Usd"];
            /** @description Quantity in the first unit of the tariff line. */
            customsQty1?: components["schemas"]["Decimal"];
            /** @description Quantity in the second unit of the tariff line. */
            customsQty2?: components["schemas"]["Decimal"];
            netWeightKg?: components["schemas"]["Decimal"];
            grossWeightKg?: components["schemas"]["Decimal"];
            countryOfOrigin?: components["schemas"]["CountryCode"];
            lotOrSerial?: components["schemas"]["Text"];
            manufacturer?: components["schemas"]["Party"];
            metals?: components["schemas"]["Metals"];
            /** @description Chapter 99 headings the caller carries. */
            ch99Codes?: components["schemas"]["HtsCode"][];
            provenance?: components["schemas"]["ProvenanceByField"];
        };
        /** @description A stored line. */
        OrderLine: {
            /** @description quantity × unitValueUsd, rounded half-up to the cent once. */
            lineValueUsd: components["schemas"]["UsdTotal"];
            productId: components["schemas"]["ProductId"];
            quantity: components["schemas"]["Quantity"];
            unitValueUsd: components["schemas"]["Usd"];
            /**
             * @description Identifies the line inside its order; its position, from `1`, when absent.
             * @example 1
             */
            lineId: string;
            uom?: components["schemas"]["Uom"];
            unitPrice?: components["schemas"]["UnitPrice"];
            lineTotalUsd?: components["schemas"]["Usd"];
            /** @description Value for customs of goods that are free of charge. */
            customsValueUsd?: components["schemas"]["Usd"];
            /** @description Quantity in the first unit of the tariff line. */
            customsQty1?: components["schemas"]["Decimal"];
            /** @description Quantity in the second unit of the tariff line. */
            customsQty2?: components["schemas"]["Decimal"];
            netWeightKg?: components["schemas"]["Decimal"];
            grossWeightKg?: components["schemas"]["Decimal"];
            countryOfOrigin?: components["schemas"]["CountryCode"];
            lotOrSerial?: components["schemas"]["Text"];
            manufacturer?: components["schemas"]["Party"];
            metals?: components["schemas"]["Metals"];
            /** @description Chapter 99 headings the caller carries. */
            ch99Codes?: components["schemas"]["HtsCode"][];
            provenance?: components["schemas"]["ProvenanceByField"];
        };
        /** @description A charge on the invoice and whether the prices include it. */
        Charge: {
            /**
             * @description Kind of charge.
             * @enum {string}
             */
            type: "freight" | "insurance" | "packing" | "commission" | "royalty" | "discount" | "other";
            amountUsd: components["schemas"]["Usd"];
            /** @description The line prices include it. */
            included: boolean;
        };
        /** @description How much of a line is in the package. */
        PackageContent: {
            /** @description A line of this order. */
            lineId: string;
            quantity: components["schemas"]["Quantity"];
        };
        /** @description One physical package. */
        ShippingPackage: {
            id: components["schemas"]["ExternalId"];
            type?: components["schemas"]["Text"];
            marks?: components["schemas"]["Text"];
            grossKg?: components["schemas"]["Decimal"];
            netKg?: components["schemas"]["Decimal"];
            /** @description What is in it. */
            contents?: components["schemas"]["PackageContent"][];
            /** @description Wood packaging carries the ISPM 15 mark. */
            ispm15?: boolean;
        };
        /** @description An order. Its lines replace those of an earlier sync of the same `externalId`. */
        OrderInput: {
            externalId: components["schemas"]["ExternalId"];
            destinationCountry: components["schemas"]["CountryCode"];
            destinationRegion?: components["schemas"]["Text"];
            destinationPostalCode?: components["schemas"]["Text"];
            /** @description The lines. */
            items: components["schemas"]["OrderLineInput"][];
            metadata?: components["schemas"]["OpenObject"];
            seller?: components["schemas"]["Party"];
            buyer?: components["schemas"]["Party"];
            consignee?: components["schemas"]["Party"];
            saleDate?: components["schemas"]["Date"];
            incoterm?: components["schemas"]["Incoterm"];
            /** @default USD */
            invoiceCurrency?: components["schemas"]["CurrencyCode"];
            /** @description Seller and buyer are related. */
            relatedParty?: boolean;
            /** @description Assists; an empty list states that there are none. */
            assists?: components["schemas"]["Assist"][];
            invoice?: components["schemas"]["InvoiceTerms"];
            /** @description Itemised charges; an empty list states that there are none. */
            charges?: components["schemas"]["Charge"][];
            /** @description Packages. */
            packages?: components["schemas"]["ShippingPackage"][];
        };
        /** @description The stored order. */
        StoredOrder: {
            id: components["schemas"]["OrderId"];
            externalId: components["schemas"]["ExternalId"];
            destinationCountry: components["schemas"]["CountryCode"];
            destinationRegion?: components["schemas"]["Text"];
            destinationPostalCode?: components["schemas"]["Text"];
            /** @description The lines. */
            items: components["schemas"]["OrderLine"][];
            metadata?: components["schemas"]["OpenObject"];
            /** @description Sum of the rounded line values. */
            totalValueUsd: components["schemas"]["UsdTotal"];
            /**
             * Format: int32
             * @description Number of lines.
             */
            lineCount: number;
            seller?: components["schemas"]["Party"];
            buyer?: components["schemas"]["Party"];
            consignee?: components["schemas"]["Party"];
            saleDate?: components["schemas"]["Date"];
            incoterm?: components["schemas"]["Incoterm"];
            /** @default USD */
            invoiceCurrency?: components["schemas"]["CurrencyCode"];
            /** @description Seller and buyer are related. */
            relatedParty?: boolean;
            /** @description Assists; an empty list states that there are none. */
            assists?: components["schemas"]["Assist"][];
            invoice?: components["schemas"]["InvoiceTerms"];
            /** @description Itemised charges; an empty list states that there are none. */
            charges?: components["schemas"]["Charge"][];
            /** @description Packages. */
            packages?: components["schemas"]["ShippingPackage"][];
        };
        /** @description The stored order, as its sync answers. */
        Order: components["schemas"]["StoredOrder"] & {
            /** @description True when this request created the record. */
            created: boolean;
        };
        /** @description A page of orders, newest first; one that is synced again keeps its place. A page may hold fewer than `limit`; follow `next_cursor` until it is null. */
        OrderList: {
            /** @description Orders. */
            data: components["schemas"]["StoredOrder"][];
            /** @description Null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /** @description Facts of the shipment. They beat those of the warehouse record. */
        Shipment: {
            modeOfTransport?: components["schemas"]["ModeOfTransport"];
            portOfEntry?: components["schemas"]["PortCode"];
            /** @description The entry date decides which law is read. */
            estimatedEntryDate?: components["schemas"]["Date"];
            exportDate?: components["schemas"]["Date"];
            carrierScac?: components["schemas"]["CarrierScac"];
            proBill?: components["schemas"]["Text"];
            isf?: components["schemas"]["OpenObject"];
            /**
             * @description Entry type wished for. `86` and `321` exist to be refused by the plan: de minimis is suspended.
             * @enum {string}
             */
            entryType?: "01" | "03" | "06" | "11" | "86" | "321";
        };
        /**
         * @description READY: nothing known is in the way, by the rule groups the pack holds. REVIEW_REQUIRED: a person or a policy has to decide. BLOCKED: must not be executed. Unknown is never READY. An unknown value must never pass a gate.
         * @enum {string}
         */
        ReadinessState: "READY" | "REVIEW_REQUIRED" | "BLOCKED";
        /**
         * @description Stored lifecycle status.
         * @enum {string}
         */
        ExportStatus: "dry_run" | "planned" | "executed";
        /**
         * @description Computed from committed records at the time of reading. `completed` and `needs_action` end a wait.
         * @enum {string}
         */
        ExportState: "dry_run" | "blocked" | "awaiting_approval" | "executable" | "handing_off" | "completed" | "needs_action";
        /**
         * @description What the caller should do next.
         * @enum {string}
         */
        NextAction: "PLAN" | "SUPPLY_MISSING_DATA" | "CHANGE_AND_REPLAN" | "REVIEW_AND_APPROVE" | "REVIEW_AND_EXECUTE" | "EXECUTE" | "WAIT" | "NONE" | "FIX_AND_EXECUTE_AGAIN" | "CONFIRM_WITH_BROKER";
        /**
         * @description Weight of a finding.
         * @enum {string}
         */
        Severity: "BLOCK" | "REVIEW" | "INFO";
        /**
         * @description Kind of a finding.
         * @enum {string}
         */
        FindingCode: "MISSING_DATA" | "INVALID_DATA" | "QUESTION" | "NOT_ALLOWED" | "CHECK" | "NOTICE";
        /**
         * @description How well the rule is founded: H official text read, M excerpt or a source that cites it, L general knowledge.
         * @enum {string}
         */
        Confidence: "H" | "M" | "L";
        /**
         * @description A rule of the pack or of the engine (`PLAN-01` to `PLAN-03`).
         * @example INV-07
         */
        RuleId: string;
        /**
         * @description A fact of the plan to branch on.
         * @enum {string}
         */
        Flag: "SECTION_232_METALS" | "SECTION_232_AUTOS" | "SECTION_232_TRUCKS" | "SECTION_232_WOOD" | "SECTION_232_SEMICONDUCTORS" | "SECTION_232_PHARMA" | "SECTION_232_UAS" | "SECTION_232_POLYSILICON" | "SECTION_338_CANADA" | "SECTION_301_CHINA" | "SECTION_301_FORCED_LABOR" | "SECTION_301_BRAZIL" | "SECTION_201_QUARTZ" | "SECTION_122" | "PGA_FDA_FOOD" | "PGA_FDA_COS" | "PGA_FDA_DRUG" | "PGA_FDA_DEV" | "PGA_FDA_RAD" | "PGA_FDA_FCS" | "PGA_FSIS" | "PGA_APHIS" | "PGA_LACEY" | "PGA_EPA_TSCA" | "PGA_EPA_WOOD" | "PGA_EPA_PEST" | "PGA_EPA_VNE" | "PGA_EPA_ODS_HFC" | "PGA_NHTSA" | "PGA_CPSC" | "PGA_FCC" | "PGA_TTB" | "PGA_ATF" | "PGA_DEA" | "PGA_FWS" | "PGA_NMFS" | "PGA_OMC" | "PGA_AMS" | "PGA_DDTC_OFAC" | "IMPORT_BAN" | "EMBARGO" | "AD_CVD_CANDIDATE" | "USMCA_CLAIMED" | "FORCED_LABOR_CHECK" | "FACT_DEFAULTED" | "PARTY_SCREENING_HIT" | "PARTY_SCREENING_NOT_DONE" | "ORDER_ALREADY_EXPORTED" | "ORDERS_EXCLUDED" | "LAW_CHANGES_BEFORE_ENTRY" | "RULE_PACK_OUT_OF_RANGE" | "RULES_PARTIAL" | "AS_OF_FIXED";
        /**
         * @description A trade action.
         * @enum {string}
         */
        TradeProgram: "SECTION_232_METALS" | "SECTION_232_AUTOS" | "SECTION_232_TRUCKS" | "SECTION_232_WOOD" | "SECTION_232_SEMICONDUCTORS" | "SECTION_232_PHARMA" | "SECTION_232_UAS" | "SECTION_232_POLYSILICON" | "SECTION_338_CANADA" | "SECTION_301_CHINA" | "SECTION_301_FORCED_LABOR" | "SECTION_301_BRAZIL" | "SECTION_201_QUARTZ" | "SECTION_122";
        /** @description What would clear the finding. */
        Fix: {
            field: components["schemas"]["Text"];
            example: components["schemas"]["LongText"];
            /**
             * @description Who can supply it.
             * @enum {string}
             */
            who: "owner" | "warehouse" | "broker" | "manufacturer" | "importer";
        };
        /** @description The result of one rule at one fact. */
        Finding: {
            code: components["schemas"]["FindingCode"];
            severity: components["schemas"]["Severity"];
            message: components["schemas"]["LongText"];
            ruleId: components["schemas"]["RuleId"];
            /** @description Day on which this revision of the rule was recorded. */
            ruleRevision: components["schemas"]["Date"];
            pointer: components["schemas"]["JsonPointer"];
            order_id?: components["schemas"]["OrderId"];
            product_id?: components["schemas"]["ProductId"];
            /** @description Line inside the order. */
            line_id?: string;
            expected?: components["schemas"]["LongText"];
            /**
             * @description Set when the finding refuses execute, whatever was approved.
             * @enum {string}
             */
            at_execute?: "BLOCK";
            fix: components["schemas"]["Fix"];
            /** @description The authority. */
            citation: components["schemas"]["LongText"];
            confidence: components["schemas"]["Confidence"];
        };
        /** @description One fact that is missing. */
        MissingData: {
            order_id?: components["schemas"]["OrderId"];
            product_id?: components["schemas"]["ProductId"];
            field: components["schemas"]["Text"];
            pointer: components["schemas"]["JsonPointer"];
            /** @description Rules that ask for it. */
            requiredBy: components["schemas"]["RuleId"][];
            /** @description Orders that wait for it. */
            releases: components["schemas"]["OrderId"][];
        };
        /** @description The single change that would release the order. */
        ReleaseChange: {
            field: components["schemas"]["Text"];
            pointer: components["schemas"]["JsonPointer"];
            /** @description Allowed values, or an example of one. */
            allowed: components["schemas"]["LongText"][];
        };
        /** @description Why an order is out. */
        ExcludedOrder: {
            order_id: components["schemas"]["OrderId"];
            /** @description Rules that block it. */
            rule_ids: components["schemas"]["RuleId"][];
            /** @description The single change that would release it; null when more than one is needed. */
            release: components["schemas"]["ReleaseChange"] | null;
        };
        /**
         * @description Entry type: 01 formal, 03 antidumping or countervailing duty, 11 informal.
         * @enum {string}
         */
        EntryType: "01" | "03" | "11";
        /** @description Orders that would be entered together. */
        ExportUnit: {
            id: components["schemas"]["ObjectId"];
            /** @description Orders of the unit. */
            order_ids: components["schemas"]["OrderId"][];
            /** @description Importer of record. */
            importer: components["schemas"]["Text"] | null;
            entry_type: components["schemas"]["EntryType"];
            value_usd: components["schemas"]["UsdTotal"];
            /** @description Gross weight if every line or package gives one. */
            gross_kg: components["schemas"]["Decimal"] | null;
            /**
             * Format: int32
             * @description Lines of the unit.
             */
            line_count: number;
        };
        /**
         * @description How the goods could be entered; the first in this order whose condition holds.
         * @enum {string}
         */
        StrategyHint: "HOLD" | "SPLIT" | "FORMAL_03" | "INFORMAL_11" | "FORMAL_01_CONSOLIDATED";
        /** @description The strategy hint with its reasons. */
        Strategy: {
            hint: components["schemas"]["StrategyHint"];
            /** @description Why. */
            reasons: components["schemas"]["LongText"][];
        };
        /** @description One trade action of a line. No duty amount is ever promised. */
        TradeActionTreatment: {
            /** @description Chapter 99 heading. */
            heading: components["schemas"]["Text"] | null;
            program: components["schemas"]["TradeProgram"];
            /** @description Rate as text. */
            rate: components["schemas"]["Text"];
            /**
             * @description What the rate applies to.
             * @enum {string}
             */
            basis: "fullValue" | "part";
            /**
             * @description Whether it applies.
             * @enum {string}
             */
            status: "applies" | "needs_answer" | "not_applied";
            why: components["schemas"]["LongText"];
            citation: components["schemas"]["LongText"];
            ruleId: components["schemas"]["RuleId"];
            /** @description Product fields that would settle a treatment that needs an answer. Empty or absent when the pack itself cannot settle it. */
            asks?: string[];
            /** @description What may be filed instead, beside the other treatments of the same program; absent when there is nothing else. */
            alternatives?: components["schemas"]["AlternativeHeading"][];
        };
        /** @description Another heading that may be filed for the same trade action. */
        AlternativeHeading: {
            /** @description Chapter 99 heading. */
            heading: components["schemas"]["Text"] | null;
            /** @description Rate as text. */
            rate: components["schemas"]["Text"];
            why: components["schemas"]["LongText"];
        };
        /** @description One partner government agency program of a line. */
        PgaTreatment: {
            program: components["schemas"]["Text"];
            agency: components["schemas"]["Text"];
            /** @description ACE agency flag. */
            flag: components["schemas"]["Text"] | null;
            /**
             * @description May or must be required.
             * @enum {string}
             */
            requirement: "may" | "must";
            /**
             * @description What the owner declared.
             * @enum {string}
             */
            status: "data" | "disclaimed" | "unknown";
            /** @description Disclaimer code. */
            disclaimCode: ("A" | "B" | "C" | "D") | null;
            data: components["schemas"]["OpenObject"];
            ruleId: components["schemas"]["RuleId"];
            citation: components["schemas"]["LongText"];
        };
        /** @description Customs treatment of one evaluated line. Holds what the rule groups of the pack know; see `rulePack.groups`. */
        LineTreatment: {
            order_id: components["schemas"]["OrderId"];
            /** @description Line inside the order. */
            line_id: string;
            product_id: components["schemas"]["ProductId"];
            /** @description Digits of the HTSUS number. */
            htsCode: components["schemas"]["HtsCode"] | null;
            /** @description Country of origin. */
            countryOfOrigin: components["schemas"]["CountryCode"] | null;
            /** @description Section 232 and other trade actions. */
            trade_actions: components["schemas"]["TradeActionTreatment"][];
            /** @description Partner government agencies. */
            pga: components["schemas"]["PgaTreatment"][];
        };
        /** @description The rules the plan was made with. */
        RulePackIdentity: {
            /**
             * @description Jurisdiction of the pack.
             * @example us
             */
            id: string;
            /**
             * @description Version of the pack.
             * @example 2026.10
             */
            version: string;
            /** @description The day on which the law was read. */
            asOf: components["schemas"]["Date"];
            validFrom: components["schemas"]["Date"];
            validThrough: components["schemas"]["Date"];
            digest: components["schemas"]["PlanHash"];
            /** @description Rule groups the pack holds. A group that is not listed was not looked at. */
            groups: string[];
        };
        /** @description Whether an approval is needed now, by the current profile. Not part of the hash. */
        ApprovalPolicy: {
            /** @description An approval record of this planHash is needed before execute. */
            requiresApproval: boolean;
            /** @description `REVIEW_REQUIRED`, `VALUE` or `FLAG:<flag>`. */
            because: string[];
        };
        /** @description A finding as hashed. Wording is never hashed. */
        DecidedFinding: {
            ruleId: components["schemas"]["RuleId"];
            ruleRevision: components["schemas"]["Date"];
            code: components["schemas"]["FindingCode"];
            severity: components["schemas"]["Severity"];
            pointer: components["schemas"]["JsonPointer"];
        };
        /** @description The decision as hashed. */
        PlanDecision: {
            readiness: components["schemas"]["ReadinessState"];
            /** @description Included orders. */
            included: components["schemas"]["OrderId"][];
            /** @description Excluded orders. */
            excluded: components["schemas"]["OrderId"][];
            /** @description Findings. */
            findings: components["schemas"]["DecidedFinding"][];
            /** @description Treatments without wording. */
            treatments: components["schemas"]["OpenObject"][];
            /** @description Export units. */
            units: components["schemas"]["OpenObject"][];
            strategy: components["schemas"]["StrategyHint"];
        };
        /** @description The normalised facts that planning looked at. */
        PlanInputs: {
            /** @description Orders by id. */
            orders: components["schemas"]["RecordMap"];
            /** @description Products by id. */
            products: components["schemas"]["RecordMap"];
            warehouse: components["schemas"]["OpenObject"];
            broker: components["schemas"]["OpenObject"];
            profile: components["schemas"]["OpenObject"];
            shipment: components["schemas"]["OpenObject"];
        };
        /** @description Records by id. */
        RecordMap: {
            [key: string]: components["schemas"]["OpenObject"];
        };
        /** @description Exactly the hashed value: `planHash` is the SHA-256 of its RFC 8785 canonical JSON. */
        PlanSnapshot: {
            /**
             * Format: int32
             * @description Version of the snapshot's shape.
             * @constant
             */
            v: 1;
            inputs: components["schemas"]["PlanInputs"];
            decision: components["schemas"]["PlanDecision"];
        };
        /** @description Ask what should happen if these orders go through this warehouse and this broker. */
        PlanRequest: {
            accountId: components["schemas"]["AccountId"];
            warehouseId: components["schemas"]["WarehouseId"];
            brokerId: components["schemas"]["BrokerId"];
            /** @description Synced orders, each once. At most 200,000 lines in all. */
            orderIds: components["schemas"]["OrderId"][];
            /**
             * @description Only `US` can be planned; any other is `UNSUPPORTED_DESTINATION`.
             * @default US
             */
            destinationCountry?: string;
            /** @description Re-plan this export. */
            batchId?: components["schemas"]["ExportId"];
            /**
             * @description Decide without storing an export.
             * @default false
             */
            dryRun?: boolean;
            /** @description Day on which the law is read where no entry date is given; today in US Eastern time when absent. */
            asOf?: components["schemas"]["Date"];
            /**
             * @description Add the hashed value as `snapshot`.
             * @default false
             */
            includeSnapshot?: boolean;
            shipment?: components["schemas"]["Shipment"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description The decision about the given orders. */
        ExportPlan: {
            exportId: components["schemas"]["ExportId"];
            batch_id: components["schemas"]["ExportId"];
            state: components["schemas"]["ExportState"];
            status: components["schemas"]["ExportStatus"];
            warehouseId: components["schemas"]["WarehouseId"];
            brokerId: components["schemas"]["BrokerId"];
            planHash: components["schemas"]["PlanHash"];
            readinessState: components["schemas"]["ReadinessState"];
            /** @description Findings in a stable order. */
            validationMessages: components["schemas"]["Finding"][];
            /** @description Sorted unique flags. */
            flags: components["schemas"]["Flag"][];
            /** @description Every gap at once. */
            missing_data: components["schemas"]["MissingData"][];
            /** @description Included orders. */
            included_order_ids: components["schemas"]["OrderId"][];
            /** @description Excluded orders. */
            excluded_order_ids: components["schemas"]["OrderId"][];
            /** @description Why each excluded order is out. */
            excluded: components["schemas"]["ExcludedOrder"][];
            /** @description Grouping of the included orders. */
            export_units: components["schemas"]["ExportUnit"][];
            strategy: components["schemas"]["Strategy"];
            /** @description Treatment per evaluated line, those of excluded orders too. */
            treatments: components["schemas"]["LineTreatment"][];
            rulePack: components["schemas"]["RulePackIdentity"];
            policy: components["schemas"]["ApprovalPolicy"];
            next_recommended_action: components["schemas"]["NextAction"];
            snapshot?: components["schemas"]["PlanSnapshot"];
        };
        /**
         * @description Where a difference comes from: facts of an order or a product (`data`), the law or its records (`rules`; also when another day of the law was asked for), or what the plan was made for.
         * @enum {string}
         */
        DifferenceCause: "data" | "rules" | "warehouse" | "broker" | "profile" | "shipment";
        /** @description Any JSON value. */
        AnyJson: unknown;
        /** @description One field that differs. A side that does not have it has no `before` or `after`; a record that came or went is one difference. */
        PlanDifference: {
            /**
             * @description RFC 6901 pointer into the snapshot, with records of lists named by what identifies them instead of their position: lines by `lineId`, findings by rule, code and pointer, treatments by order and line, trade actions by program and heading, agency programs by program, units by their first order.
             * @example /inputs/products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin
             */
            pointer: string;
            cause: components["schemas"]["DifferenceCause"];
            before?: components["schemas"]["AnyJson"];
            after?: components["schemas"]["AnyJson"];
        };
        /** @description Readiness on both sides. */
        ReadinessChange: {
            before: components["schemas"]["ReadinessState"];
            after: components["schemas"]["ReadinessState"];
        };
        /** @description What is different in a plan from another plan of the same export. */
        PlanDiff: {
            exportId: components["schemas"]["ExportId"];
            /** @description The plan after. */
            planHash: components["schemas"]["PlanHash"];
            /** @description The plan before. */
            against: components["schemas"]["PlanHash"];
            readiness: components["schemas"]["ReadinessChange"];
            /** @description The first 1,000 differences: inputs first, then decisions, each by pointer. */
            differences: components["schemas"]["PlanDifference"][];
            /**
             * Format: int32
             * @description Differences that were left off.
             */
            truncated: number;
        };
        /** @description What the rule says, by the code of the finding; `{name}` stands for a value that it found. */
        RuleMessages: {
            [key: string]: components["schemas"]["LongText"];
        };
        /** @description One dated record of a rule. A rule has several when it weighs differently for other goods (`variant`), when the law changes on a date, or when a record was corrected (a later `recordedAt` of the same variant replaces it). */
        RuleRecord: {
            ruleId: components["schemas"]["RuleId"];
            /** @description Which of several records that stand side by side. */
            variant: components["schemas"]["Text"] | null;
            /** @description Rule group. */
            group: components["schemas"]["Text"];
            /**
             * @description What the rule looks at.
             * @enum {string}
             */
            scope: "product" | "line" | "order" | "export";
            severity: components["schemas"]["Severity"];
            /**
             * @description Set when the finding refuses execute, whatever was approved.
             * @enum {string}
             */
            at_execute?: "BLOCK";
            messages: components["schemas"]["RuleMessages"];
            fix: components["schemas"]["Fix"];
            /** @description Facts that the rule reads: dotted fields of what it looks at (`scope`); a fact of another record starts with its name (`product.`, `order.`, `profile.`, `shipment.`, `warehouse.`, `broker.`). */
            reads: string[];
            /** @description The authority. */
            citation: components["schemas"]["LongText"];
            confidence: components["schemas"]["Confidence"];
            /** @description First entry date on which the rule applies; null is no bound. */
            effectiveFrom: components["schemas"]["Date"] | null;
            /** @description First entry date on which it applies no more; null is no bound. */
            effectiveTo: components["schemas"]["Date"] | null;
            /** @description Day on which the record was written. */
            recordedAt: components["schemas"]["Date"];
            /** @description Only goods whose HTSUS number starts with one of these; all goods when absent. */
            htsPrefixes?: components["schemas"]["HtsPrefix"][];
            /** @description Goods that another record of the rule speaks of. */
            exceptHtsPrefixes?: components["schemas"]["HtsPrefix"][];
        };
        /**
         * @description First digits of HTSUS numbers.
         * @example 6109
         */
        HtsPrefix: string;
        /** @description Records of one rule, in the order of variant, first day in force and day of recording. */
        RuleList: {
            /** @description Records. */
            data: components["schemas"]["RuleRecord"][];
        };
        /** @description Who approves. */
        Actor: {
            /**
             * @description A person or a policy.
             * @enum {string}
             */
            type: "person" | "policy";
            /** @description Name of the person or the policy, with at least one character that is not a space. */
            name: components["schemas"]["Text"];
        };
        /** @description Approve one planHash. */
        ApprovalRequest: {
            accountId: components["schemas"]["AccountId"];
            planHash: components["schemas"]["PlanHash"];
            /** @description Why it may be executed, with at least one character that is not a space. */
            reason: components["schemas"]["LongText"];
            actor: components["schemas"]["Actor"];
            /** @description Later than now, at most 30 days ahead; the profile's hours when absent. */
            expiresAt?: components["schemas"]["Timestamp"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description An approval. It dies with the plan it was given to, also when a later plan has its hash again, and at its end. */
        Approval: {
            id: components["schemas"]["ObjectId"];
            export_id: components["schemas"]["ExportId"];
            planHash: components["schemas"]["PlanHash"];
            /** @description Who approved. */
            actor: {
                /**
                 * @description A person or a policy.
                 * @enum {string}
                 */
                type: "person" | "policy";
                name: components["schemas"]["Text"];
            };
            reason: components["schemas"]["LongText"];
            approved_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
            /** @description It approves the current plan, now. */
            live: boolean;
        };
        /** @description Apply the approved plan. */
        ExecuteRequest: {
            accountId: components["schemas"]["AccountId"];
            batchId: components["schemas"]["ExportId"];
            /** @description The hash that was approved; refused when the export's plan has another. */
            planHash?: components["schemas"]["PlanHash"];
            /**
             * @description Send again although the broker may hold the submission; only asked under policy `at_most_once`.
             * @default false
             */
            acceptDuplicateRisk?: boolean;
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /**
         * @description Kind of artifact: commercial customs invoice as HTML, PDF, CSV and JSON, packing list, manifest.
         * @enum {string}
         */
        ArtifactType: "cci_human_readable" | "cci_pdf" | "cci_csv" | "cci_json" | "packing_list" | "manifest";
        /** @description A generated file. */
        Artifact: {
            artifact_type: components["schemas"]["ArtifactType"];
            /**
             * @description File name.
             * @example commercial_customs_invoice.html
             */
            filename: string;
            generated_at: components["schemas"]["Timestamp"];
            sha256: components["schemas"]["Sha256"];
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /**
             * @description Media type.
             * @example text/html; charset=utf-8
             */
            media_type: string;
        };
        /**
         * @description `handed_off` while a submission of it is `sent`.
         * @enum {string}
         */
        PackageState: "generated" | "handed_off";
        /** @description A customs package. */
        CustomsPackage: {
            id: components["schemas"]["CustomsPackageId"];
            exportBatchId: components["schemas"]["ExportId"];
            /**
             * @description Number for people; stands on every document.
             * @example EG-20261121-7F3K9Q2M
             */
            packageNumber: string;
            state: components["schemas"]["PackageState"];
            createdAt: components["schemas"]["Timestamp"];
            /** @description Its files. */
            artifacts: components["schemas"]["Artifact"][];
        };
        /**
         * @description `recorded`: there is no channel to send it by.
         * @enum {string}
         */
        NotificationStatus: "recorded" | "prepared" | "sending" | "sent" | "failed" | "unknown";
        /** @description A notification of the warehouse. */
        Notification: {
            id: components["schemas"]["ObjectId"];
            /**
             * @description Whom it is for.
             * @enum {string}
             */
            kind: "warehouse";
            /**
             * @description Channel.
             * @enum {string}
             */
            channel: "none" | "email" | "webhook";
            /** @description Address or URL. */
            recipient: components["schemas"]["Text"] | null;
            status: components["schemas"]["NotificationStatus"];
            at: components["schemas"]["Timestamp"];
            /** @description Newest attempts. */
            attempts: components["schemas"]["Attempt"][];
        };
        /**
         * @description How the broker is reached. A server refuses to store a broker of a type it has no transport for.
         * @enum {string}
         */
        SubmissionType: "email" | "borderbuddy" | "byob_email" | "byob_webhook";
        /**
         * @description `sent`: the broker, or the next mail hop, took responsibility. `failed`: the broker does not hold it. `unknown`: it may have arrived and EntryGo will not send again by itself.
         * @enum {string}
         */
        SubmissionStatus: "prepared" | "sending" | "sent" | "failed" | "unknown";
        /**
         * @description Outcome of one attempt.
         * @enum {string}
         */
        AttemptOutcome: "accepted" | "rejected" | "not_sent" | "unknown";
        /** @description One attempt to hand over. */
        Attempt: {
            /**
             * Format: int32
             * @description Number of the attempt.
             */
            n: number;
            started_at: components["schemas"]["Timestamp"];
            /** @description Null while open. */
            finished_at: components["schemas"]["Timestamp"] | null;
            /** @description Null while open. */
            outcome: components["schemas"]["AttemptOutcome"] | null;
            /** @description What was observed, as a code. */
            evidence: string | null;
        };
        /** @description The hand-off to the broker. */
        BrokerSubmission: {
            id: components["schemas"]["ObjectId"];
            submission_type: components["schemas"]["SubmissionType"];
            status: components["schemas"]["SubmissionStatus"];
            /** @description Null for HTTP types. */
            recipient_email: components["schemas"]["Email"] | null;
            /** @description Null for HTTP types. */
            subject: components["schemas"]["Text"] | null;
            /** @description End of the first accepted attempt. */
            sent_at: components["schemas"]["Timestamp"] | null;
            /** @description Last adverse evidence in words. */
            error_message: components["schemas"]["LongText"] | null;
            /**
             * Format: int32
             * @description Rises when a new message replaces a refused one.
             */
            revision: number;
            /** @description Newest 20 attempts, oldest first. */
            attempts: components["schemas"]["Attempt"][];
            /** @description The broker may have received this export more than once. */
            duplicate_possible: boolean;
            /** @description When EntryGo tries next. */
            next_attempt_at: components["schemas"]["Timestamp"] | null;
        };
        /**
         * @description Kind of event. Clients must accept unknown names.
         * @enum {string}
         */
        EventType: "EXPORT_PLANNED" | "EXPORT_BATCH_CREATED" | "EXPORT_REPLANNED" | "EXPORT_APPROVED" | "CUSTOMS_PACKAGE_GENERATED" | "CUSTOMS_ARTIFACT_GENERATED" | "WAREHOUSE_NOTIFIED" | "BROKER_SUBMISSION_PREPARED" | "EXPORT_EXECUTED" | "BROKER_SUBMISSION_SENT" | "BROKER_NOTIFIED" | "BROKER_SUBMISSION_FAILED" | "BROKER_SUBMISSION_UNKNOWN";
        /** @description What happened. Which keys are present depends on the type: EXPORT_PLANNED planHash, readinessState · EXPORT_BATCH_CREATED batch_id, included_order_count · EXPORT_REPLANNED planHash, previousPlanHash, readinessState · EXPORT_APPROVED approval_id, planHash, actor, reason, expires_at · CUSTOMS_PACKAGE_GENERATED customs_package_id, packageNumber · CUSTOMS_ARTIFACT_GENERATED artifact_type, filename, sha256, size · WAREHOUSE_NOTIFIED notification_id, channel · BROKER_SUBMISSION_PREPARED submission_id, submission_type, revision, previous_status · EXPORT_EXECUTED planHash, customs_package_id · BROKER_SUBMISSION_SENT submission_id, revision, attempt, broker_reference, duplicate_possible · BROKER_NOTIFIED submission_id · BROKER_SUBMISSION_FAILED submission_id, revision, reason (rejected, exhausted, bounced, not_received), evidence · BROKER_SUBMISSION_UNKNOWN submission_id, revision, reason (ambiguous, key_window, exhausted, restored), attempts_in_doubt. */
        EventData: {
            planHash?: components["schemas"]["PlanHash"];
            previousPlanHash?: components["schemas"]["PlanHash"];
            readinessState?: components["schemas"]["ReadinessState"];
            batch_id?: components["schemas"]["ExportId"];
            /**
             * Format: int32
             * @description Number of included orders.
             */
            included_order_count?: number;
            approval_id?: components["schemas"]["ObjectId"];
            actor?: components["schemas"]["OpenObject"];
            reason?: components["schemas"]["LongText"];
            expires_at?: components["schemas"]["Timestamp"];
            customs_package_id?: components["schemas"]["CustomsPackageId"];
            packageNumber?: components["schemas"]["Text"];
            artifact_type?: components["schemas"]["ArtifactType"];
            filename?: components["schemas"]["Text"];
            sha256?: components["schemas"]["Sha256"];
            /**
             * Format: int64
             * @description Bytes.
             */
            size?: number;
            notification_id?: components["schemas"]["ObjectId"];
            /**
             * @description Channel.
             * @enum {string}
             */
            channel?: "none" | "email" | "webhook";
            submission_id?: components["schemas"]["ObjectId"];
            submission_type?: components["schemas"]["SubmissionType"];
            /**
             * Format: int32
             * @description Revision of the submission.
             */
            revision?: number;
            /** @description Status before. */
            previous_status?: components["schemas"]["SubmissionStatus"] | null;
            /**
             * Format: int32
             * @description Number of the attempt.
             */
            attempt?: number;
            /** @description Reference given by the broker. */
            broker_reference?: components["schemas"]["Text"] | null;
            /** @description The broker may have received it more than once. */
            duplicate_possible?: boolean;
            /** @description Code of what was observed. */
            evidence?: components["schemas"]["Text"] | null;
            /** @description Attempts whose outcome is unknown. */
            attempts_in_doubt?: number[];
        };
        /** @description One thing that happened. `seq` has no gaps inside an export. */
        ExportEvent: {
            id: components["schemas"]["ObjectId"];
            /**
             * Format: int32
             * @description Position in the export's history.
             */
            seq: number;
            type: components["schemas"]["EventType"];
            at: components["schemas"]["Timestamp"];
            data: components["schemas"]["EventData"];
        };
        /** @description What execute did. The hand-off to the broker goes on after the answer; read its outcome with inspect. */
        ExecutedExport: {
            exportId: components["schemas"]["ExportId"];
            batch_id: components["schemas"]["ExportId"];
            planHash: components["schemas"]["PlanHash"];
            state: components["schemas"]["ExportState"];
            status: components["schemas"]["ExportStatus"];
            customs_package_id: components["schemas"]["CustomsPackageId"];
            /** @description Generated files. */
            artifacts: components["schemas"]["Artifact"][];
            /** @description Notifications. */
            notifications: components["schemas"]["Notification"][];
            broker_submission: components["schemas"]["BrokerSubmission"];
            next_recommended_action: components["schemas"]["NextAction"];
        };
        /** @description Identity of the planning snapshot and the decision as it was made. */
        ApprovedPlan: {
            planHash: components["schemas"]["PlanHash"];
            /**
             * Format: int32
             * @description 1 for the first plan of the export.
             */
            plan_number: number;
            planned_at: components["schemas"]["Timestamp"];
            warehouseId: components["schemas"]["WarehouseId"];
            brokerId: components["schemas"]["BrokerId"];
            destinationCountry: components["schemas"]["CountryCode"];
            /** @description The day the caller fixed */
            asOf?: components["schemas"]["Date"];
            decision: components["schemas"]["PlanDecision"];
        };
        /** @description Everything the export is now, computed from the committed record. */
        Export: {
            exportId: components["schemas"]["ExportId"];
            batch_id: components["schemas"]["ExportId"];
            state: components["schemas"]["ExportState"];
            status: components["schemas"]["ExportStatus"];
            created_at: components["schemas"]["Timestamp"];
            warehouseId: components["schemas"]["WarehouseId"];
            brokerId: components["schemas"]["BrokerId"];
            planHash: components["schemas"]["PlanHash"];
            readinessState: components["schemas"]["ReadinessState"];
            /** @description Findings in a stable order. */
            validationMessages: components["schemas"]["Finding"][];
            /** @description Sorted unique flags. */
            flags: components["schemas"]["Flag"][];
            /** @description Every gap at once. */
            missing_data: components["schemas"]["MissingData"][];
            /** @description Included orders. */
            included_order_ids: components["schemas"]["OrderId"][];
            /** @description Excluded orders. */
            excluded_order_ids: components["schemas"]["OrderId"][];
            /** @description Why each excluded order is out. */
            excluded: components["schemas"]["ExcludedOrder"][];
            /** @description Grouping of the included orders. */
            export_units: components["schemas"]["ExportUnit"][];
            strategy: components["schemas"]["Strategy"];
            /** @description Treatment per evaluated line, those of excluded orders too. */
            treatments: components["schemas"]["LineTreatment"][];
            rulePack: components["schemas"]["RulePackIdentity"];
            policy: components["schemas"]["ApprovalPolicy"];
            next_recommended_action: components["schemas"]["NextAction"];
            plan: components["schemas"]["ApprovedPlan"];
            /** @description Null until executed. */
            customs_package_id: components["schemas"]["CustomsPackageId"] | null;
            /** @description Null until executed. */
            customs_package: components["schemas"]["CustomsPackage"] | null;
            /** @description Generated files. */
            artifacts: components["schemas"]["Artifact"][];
            /** @description Notifications. */
            notifications: components["schemas"]["Notification"][];
            /** @description Null until executed. */
            broker_submission: components["schemas"]["BrokerSubmission"] | null;
            /** @description Older revisions. */
            previous_submissions: components["schemas"]["BrokerSubmission"][];
            /** @description All approvals. */
            approvals: components["schemas"]["Approval"][];
            /** @description The newest 1,000 events, oldest first; all of them by the events endpoint. */
            events: components["schemas"]["ExportEvent"][];
        };
        /** @description One export in a list. */
        ExportSummary: {
            exportId: components["schemas"]["ExportId"];
            batch_id: components["schemas"]["ExportId"];
            state: components["schemas"]["ExportState"];
            status: components["schemas"]["ExportStatus"];
            planHash: components["schemas"]["PlanHash"];
            readinessState: components["schemas"]["ReadinessState"];
            warehouseId: components["schemas"]["WarehouseId"];
            brokerId: components["schemas"]["BrokerId"];
            /**
             * Format: int32
             * @description Included orders.
             */
            order_count: number;
            created_at: components["schemas"]["Timestamp"];
            next_recommended_action: components["schemas"]["NextAction"];
        };
        /**
         * @description Opaque position in a list.
         * @example MjAyNi0xMS0yMQ
         */
        Cursor: string;
        /** @description A page of exports, newest first. A page may hold fewer than `limit`; follow `next_cursor` until it is null. */
        ExportList: {
            /** @description Exports. */
            data: components["schemas"]["ExportSummary"][];
            /** @description Null on the last page. */
            next_cursor: components["schemas"]["Cursor"] | null;
        };
        /** @description Events after a position. */
        EventList: {
            /** @description Events in the order of `seq`. */
            data: components["schemas"]["ExportEvent"][];
            /**
             * Format: int32
             * @description Ask for events after this `seq` next.
             */
            next_after: number;
            /** @description More events are there already. */
            has_more: boolean;
        };
        /**
         * @description Id of an endpoint.
         * @example whk_01k9m4wv7n3q8s2t5x1z6b9d4f
         */
        WebhookId: string;
        /** @description Types of events to send; all when absent. */
        WebhookEvents: components["schemas"]["EventType"][];
        /** @description An endpoint of the operator. */
        WebhookRequest: {
            accountId: components["schemas"]["AccountId"];
            externalId: components["schemas"]["ExternalId"];
            url: components["schemas"]["Url"];
            events?: components["schemas"]["WebhookEvents"];
            /**
             * @description False: nothing new is queued for it.
             * @default true
             */
            active?: boolean;
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description An act on an endpoint of the account. */
        WebhookActRequest: {
            accountId: components["schemas"]["AccountId"];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description Which events to send again. */
        WebhookReplayRequest: {
            accountId: components["schemas"]["AccountId"];
            exportId: components["schemas"]["ExportId"];
            /**
             * Format: int32
             * @description Only events after this `seq`.
             * @default 0
             */
            after?: number;
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description Events that are queued again. */
        WebhookReplay: {
            webhook_id: components["schemas"]["WebhookId"];
            export_id: components["schemas"]["ExportId"];
            /**
             * Format: int32
             * @description Events after this `seq`.
             */
            after: number;
        };
        /** @description One message to an endpoint. */
        WebhookDelivery: {
            /** @description The `webhook-id`: the id of the event, or of the test. */
            message_id: components["schemas"]["ObjectId"];
            /** @description Null for a test. */
            export_id: components["schemas"]["ExportId"] | null;
            status: components["schemas"]["SubmissionStatus"];
            created_at: components["schemas"]["Timestamp"];
            /** @description Newest 20 attempts, oldest first. */
            attempts: components["schemas"]["Attempt"][];
            /** @description When EntryGo tries next. */
            next_attempt_at: components["schemas"]["Timestamp"] | null;
        };
        /** @description A registered endpoint. */
        Webhook: {
            id: components["schemas"]["WebhookId"];
            externalId: components["schemas"]["ExternalId"];
            url: components["schemas"]["Url"];
            events: components["schemas"]["WebhookEvents"];
            /** @description False: switched off by its owner, or by an answer 410 of the endpoint. */
            active: boolean;
            /** @description True when this request created the record. */
            created: boolean;
            /** @description Until when the secret before the last rotation signs too. */
            old_secret_until: components["schemas"]["Timestamp"] | null;
            /**
             * Format: int32
             * @description Messages that wait for it.
             */
            pending_count: number;
            /** @description Newest deliveries, newest first. */
            recent_deliveries: components["schemas"]["WebhookDelivery"][];
        };
        /** @description An endpoint with its secret, which no later answer shows. */
        WebhookWithSecret: components["schemas"]["Webhook"] & {
            /** @description Shown this once: `whsec_` and base64 of 32 bytes. */
            secret: string;
        };
        /** @description The endpoints of the account. */
        WebhookList: {
            /** @description By `externalId`. */
            data: components["schemas"]["Webhook"][];
        };
        /** @description What an endpoint receives, in the form that Standard Webhooks recommends. */
        WebhookMessage: {
            /** @description The type of the event; `webhook.test` for a test, `customs_package.submitted` to a broker and `warehouse.notified` to a warehouse. */
            type: string;
            /** @description When it happened. */
            timestamp: components["schemas"]["Timestamp"];
            /** @description Of an event: `export_id` and `event`. */
            data: {
                export_id?: components["schemas"]["ExportId"];
                event?: components["schemas"]["ExportEvent"];
            };
        };
        /** @description An event in the order in which the events of the account were committed. */
        PlacedEvent: {
            /**
             * Format: int64
             * @description Rises with each event; numbers may be left out.
             */
            position: number;
            export_id: components["schemas"]["ExportId"];
            event: components["schemas"]["ExportEvent"];
        };
        /** @description Events after a position. */
        EventFeed: {
            /** @description Events in the order of `position`. */
            data: components["schemas"]["PlacedEvent"][];
            /**
             * Format: int64
             * @description Ask for events after this `position` next.
             */
            next_after: number;
            /** @description More events are there already. */
            has_more: boolean;
        };
        /**
         * @description A decimal number as text, exact; amounts have two decimals, unit values up to four.
         * @example 124.50
         */
        DecimalText: string;
        /** @description Null where it is not known. */
        NullableDecimalText: components["schemas"]["DecimalText"] | null;
        /** @description Null where the plan did not hold it. */
        NullableText: components["schemas"]["LongText"] | null;
        /** @description Null where nothing is known of the party. */
        NullableParty: components["schemas"]["OpenObject"] | null;
        /** @description Totals; sums of rounded line values. */
        InvoiceTotals: {
            /**
             * Format: int32
             * @description Lines.
             */
            lineCount: number;
            /**
             * Format: int32
             * @description Packages.
             */
            packageCount: number;
            goodsValueUsd: components["schemas"]["DecimalText"];
            chargesUsd: components["schemas"]["DecimalText"];
            invoiceTotalUsd: components["schemas"]["DecimalText"];
            enteredValueUsd: components["schemas"]["DecimalText"];
            netWeightKg: components["schemas"]["NullableDecimalText"];
            grossWeightKg: components["schemas"]["NullableDecimalText"];
        };
        /** @description Totals of the package; sums of its invoices. */
        PackageTotals: {
            /**
             * Format: int32
             * @description Orders.
             */
            orderCount: number;
            /**
             * Format: int32
             * @description Lines.
             */
            lineCount: number;
            /**
             * Format: int32
             * @description Packages.
             */
            packageCount: number;
            goodsValueUsd: components["schemas"]["DecimalText"];
            chargesUsd: components["schemas"]["DecimalText"];
            invoiceTotalUsd: components["schemas"]["DecimalText"];
            enteredValueUsd: components["schemas"]["DecimalText"];
            netWeightKg: components["schemas"]["NullableDecimalText"];
            grossWeightKg: components["schemas"]["NullableDecimalText"];
        };
        /** @description One line. Treatments are those of the plan, unchanged. */
        PackageLine: {
            /**
             * Format: int32
             * @description From 1 in its invoice.
             */
            lineNumber: number;
            lineId: components["schemas"]["Text"];
            productId: components["schemas"]["ProductId"];
            sku?: components["schemas"]["NullableText"];
            description: components["schemas"]["NullableText"];
            brand?: components["schemas"]["NullableText"];
            model?: components["schemas"]["NullableText"];
            htsCode: components["schemas"]["NullableText"];
            countryOfOrigin: components["schemas"]["NullableText"];
            quantity: components["schemas"]["DecimalText"];
            uom?: components["schemas"]["NullableText"];
            /** @description Quantities in units of the tariff. */
            customsQuantities?: components["schemas"]["OpenObject"][];
            unitValueUsd: components["schemas"]["DecimalText"];
            /** @description Quantity × unit value, rounded half up once. */
            lineValueUsd: components["schemas"]["DecimalText"];
            customsValueUsd?: components["schemas"]["NullableDecimalText"];
            unitPrice?: components["schemas"]["NullableParty"];
            netWeightKg?: components["schemas"]["NullableDecimalText"];
            grossWeightKg?: components["schemas"]["NullableDecimalText"];
            lotOrSerial?: components["schemas"]["NullableText"];
            manufacturer?: components["schemas"]["NullableParty"];
            spi?: components["schemas"]["NullableText"];
            /** @description Chapter 99 headings that are declared or apply. */
            ch99?: components["schemas"]["Text"][];
            metals?: components["schemas"]["OpenObject"];
            usContentPct?: components["schemas"]["NullableText"];
            /** @description Cases of AD/CVD orders. */
            adcvdCases?: components["schemas"]["Text"][];
            /** @description Trade actions as planned. */
            trade_actions: components["schemas"]["TradeActionTreatment"][];
            /** @description PGA treatment as planned. */
            pga: components["schemas"]["PgaTreatment"][];
            /** @description Declarations under programs that no rule of the plan looked at. */
            declaredPga?: components["schemas"]["OpenObject"][];
        };
        /** @description The commercial invoice of one order. */
        PackageInvoice: {
            invoiceNumber: components["schemas"]["Text"];
            invoiceDate: components["schemas"]["Date"];
            orderId: components["schemas"]["OrderId"];
            externalId?: components["schemas"]["NullableText"];
            saleDate?: components["schemas"]["NullableText"];
            incoterm?: components["schemas"]["NullableText"];
            invoiceCurrency: components["schemas"]["Text"];
            /** @description Null where it is not known. */
            relatedParty?: boolean | null;
            responsibleIndividual?: components["schemas"]["NullableText"];
            language?: components["schemas"]["Text"];
            seller?: components["schemas"]["NullableParty"];
            buyer?: components["schemas"]["NullableParty"];
            consignee?: components["schemas"]["NullableParty"];
            /** @description Its lines. */
            lines: components["schemas"]["PackageLine"][];
            /** @description Charges: type, amount, and whether the prices hold it. */
            charges: components["schemas"]["OpenObject"][];
            /** @description Assists. */
            assists?: components["schemas"]["OpenObject"][];
            /** @description How it is packed. */
            packages: components["schemas"]["OpenObject"][];
            totals: components["schemas"]["InvoiceTotals"];
        };
        /** @description The customs package as one value (`cci_json`), of which every other file is a rendering. */
        CustomsInvoice: {
            /**
             * @description Form of this document. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            schema: "entrygo.cci/1";
            packageNumber: components["schemas"]["Text"];
            customs_package_id: components["schemas"]["CustomsPackageId"];
            exportId: components["schemas"]["ExportId"];
            planHash: components["schemas"]["PlanHash"];
            issuedOn: components["schemas"]["Date"];
            /**
             * @description Currency of every amount.
             * @constant
             */
            currency: "USD";
            rulePack: components["schemas"]["RulePackIdentity"];
            /** @description Flags of the plan. */
            flags: components["schemas"]["Flag"][];
            importer?: components["schemas"]["NullableParty"];
            broker?: components["schemas"]["OpenObject"];
            shipFrom?: components["schemas"]["NullableParty"];
            shipment?: components["schemas"]["OpenObject"];
            /** @description How the orders are entered. */
            export_units?: components["schemas"]["ExportUnit"][];
            /** @description One for each order. */
            invoices: components["schemas"]["PackageInvoice"][];
            /** @description What somebody still has to look at. */
            findings: components["schemas"]["Finding"][];
            totals: components["schemas"]["PackageTotals"];
        };
        /** @description What is in which package, without prices. */
        PackingList: {
            /**
             * @description Form of this document. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            schema: "entrygo.packing_list/1";
            packageNumber: components["schemas"]["Text"];
            exportId: components["schemas"]["ExportId"];
            planHash: components["schemas"]["PlanHash"];
            issuedOn: components["schemas"]["Date"];
            shipFrom?: components["schemas"]["NullableParty"];
            shipment?: components["schemas"]["OpenObject"];
            /** @description Orders with lines and packages. */
            orders: components["schemas"]["OpenObject"][];
            totals: components["schemas"]["OpenObject"];
        };
        /** @description Every other file of the package with size and SHA-256. */
        ArtifactManifest: {
            /**
             * @description Form of this document. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            schema: "entrygo.manifest/1";
            packageNumber: components["schemas"]["Text"];
            customs_package_id: components["schemas"]["CustomsPackageId"];
            exportId: components["schemas"]["ExportId"];
            planHash: components["schemas"]["PlanHash"];
            issuedOn: components["schemas"]["Date"];
            rulePack: components["schemas"]["RulePackIdentity"];
            /** @description The files. */
            files: components["schemas"]["ManifestFile"][];
            /** @description Included orders. */
            order_ids: components["schemas"]["OrderId"][];
            totals: components["schemas"]["PackageTotals"];
        };
        /** @description One file. */
        ManifestFile: {
            artifact_type: components["schemas"]["ArtifactType"];
            filename: components["schemas"]["Text"];
            media_type: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description Bytes.
             */
            size: number;
            sha256: components["schemas"]["Sha256"];
        };
        /** @description Orders to upsert. All or nothing. */
        OrdersSyncRequest: {
            accountId: components["schemas"]["AccountId"];
            /** @description Orders, each externalId once. */
            items: components["schemas"]["OrderInput"][];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description The stored orders in the order of the request. */
        OrdersSyncResponse: {
            /** @description Orders. */
            data: components["schemas"]["Order"][];
        };
        /** @description Products to upsert. All or nothing. */
        ProductsSyncRequest: {
            accountId: components["schemas"]["AccountId"];
            /** @description Products, each externalId once. */
            items: components["schemas"]["ProductInput"][];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description The stored products in the order of the request. */
        ProductsSyncResponse: {
            /** @description Products. */
            data: components["schemas"]["Product"][];
        };
        /** @description Warehouses to upsert. All or nothing. */
        WarehousesSyncRequest: {
            accountId: components["schemas"]["AccountId"];
            /** @description Warehouses, each externalId once. */
            items: components["schemas"]["WarehouseInput"][];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description The stored warehouses in the order of the request. */
        WarehousesSyncResponse: {
            /** @description Warehouses. */
            data: components["schemas"]["Warehouse"][];
        };
        /** @description Brokers to upsert. All or nothing. */
        BrokersSyncRequest: {
            accountId: components["schemas"]["AccountId"];
            /** @description Brokers, each externalId once. */
            items: components["schemas"]["BrokerInput"][];
            idempotencyKey?: components["schemas"]["IdempotencyKey"];
        };
        /** @description The stored brokers in the order of the request. */
        BrokersSyncResponse: {
            /** @description Brokers. */
            data: components["schemas"]["Broker"][];
        };
        /**
         * @description What a key may do.
         * @enum {string}
         */
        Scope: "sync" | "plan" | "execute" | "approve" | "read" | "admin";
        /** @description The key is good and the server serves. */
        Health: {
            /**
             * @description Always ok; a server that is not fit answers 503.
             * @enum {string}
             */
            status: "ok";
            service: components["schemas"]["Text"];
            version: components["schemas"]["Text"];
            contractVersion: components["schemas"]["Text"];
            rulePack: components["schemas"]["Text"];
            accountId: components["schemas"]["AccountId"];
            /** @description Scopes of the key. */
            scopes: components["schemas"]["Scope"][];
            /** @description The lists that parties are compared with, as the operator loaded them at start. Empty when there are none. */
            screeningLists?: components["schemas"]["LoadedScreeningList"][];
            /** @description True while the server serves a restored backup and neither executes nor sends. Absent otherwise. */
            quarantine?: boolean;
        };
        /** @description A screening list that the server has loaded. */
        LoadedScreeningList: {
            name: components["schemas"]["Text"];
            date: components["schemas"]["Date"];
            /**
             * @description Where the date is from. `operator` is what the operator states; `file` is the day (UTC) of the file's last change.
             * @enum {string}
             */
            dateSource: "operator" | "file";
            /**
             * Format: int32
             * @description Persons and organisations on it.
             */
            entries: number;
        };
        /** @description Answer of a probe. */
        ProbeStatus: {
            /**
             * @description State.
             * @enum {string}
             */
            status: "ok" | "unavailable";
        };
        /**
         * @description Kind of issue; the spelling is that of Zod 3.
         * @enum {string}
         */
        IssueCode: "invalid_type" | "too_small" | "too_big" | "unrecognized_keys" | "invalid_enum_value" | "invalid_literal" | "invalid_string" | "invalid_date" | "not_multiple_of" | "custom" | "duplicate" | "unknown_reference";
        /** @description One thing that is wrong with a request. */
        Issue: {
            /**
             * @description Dotted path of the property; empty for the body itself.
             * @example items.0.quantity
             */
            path: string;
            message: components["schemas"]["LongText"];
            code: components["schemas"]["IssueCode"];
        };
        /** @description More about the refusal: `issues` with every validation error and 422; both hashes with the hash refusals; `rule_ids` with EXPORT_BLOCKED; `operation` and `at` with IDEMPOTENCY_CONFLICT. */
        ErrorDetails: {
            /** @description Every issue. */
            issues?: components["schemas"]["Issue"][];
            planHash?: components["schemas"]["PlanHash"];
            currentPlanHash?: components["schemas"]["PlanHash"];
            /** @description Rules that block. */
            rule_ids?: components["schemas"]["RuleId"][];
            /** @description Why an approval is needed. */
            because?: components["schemas"]["Text"][];
            operation?: components["schemas"]["Text"];
            at?: components["schemas"]["Timestamp"];
            requiredScope?: components["schemas"]["Scope"];
        };
        /**
         * @description Branch on the status, then on this; never on `message`.
         * @enum {string}
         */
        ErrorCode: "INVALID_REQUEST" | "VALIDATION_ERROR" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "UNKNOWN_PRODUCT" | "UNKNOWN_ORDER" | "UNSUPPORTED_DESTINATION" | "HEADERS_TOO_LARGE" | "INVALID_API_KEY" | "INVALID_ACCOUNT_SCOPE" | "INSUFFICIENT_SCOPE" | "EXPORT_NOT_FOUND" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "DRY_RUN_NOT_EXECUTABLE" | "EXPORT_ALREADY_EXECUTED" | "APPROVAL_REQUIRED" | "EXPORT_BLOCKED" | "IDEMPOTENCY_CONFLICT" | "PLAN_STALE" | "PLAN_HASH_MISMATCH" | "REQUEST_TIMEOUT" | "IDEMPOTENCY_IN_PROGRESS" | "RATE_LIMITED" | "UNAVAILABLE" | "INTERNAL_ERROR";
        /** @description Every refusal has this shape. */
        ErrorEnvelope: {
            errorCode: components["schemas"]["ErrorCode"];
            message: components["schemas"]["LongText"];
            /** @description The first offending field. */
            field?: string;
            details?: components["schemas"]["ErrorDetails"];
            requestId: components["schemas"]["RequestId"];
            /** @description The same request with the same key may be sent again unchanged. */
            retryable: boolean;
        };
        /** @description The same refusal as RFC 9457 problem details, sent when `Accept` prefers `application/problem+json`. */
        Problem: {
            /**
             * Format: uri-reference
             * @description Page of the error code.
             */
            type: string;
            title: components["schemas"]["Text"];
            /**
             * Format: int32
             * @description HTTP status.
             */
            status: number;
            detail?: components["schemas"]["LongText"];
            errorCode: components["schemas"]["ErrorCode"];
            /** @description The first offending field. */
            field?: string;
            details?: components["schemas"]["ErrorDetails"];
            requestId: components["schemas"]["RequestId"];
            /** @description The same request with the same key may be sent again unchanged. */
            retryable: boolean;
        };
    };
    responses: {
        /** @description The request cannot be read or breaks the schema. Nothing was stored. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The API key is missing or bad. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The key lacks the scope, or the account, warehouse or broker is not the key's. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such export in this account. */
        ExportNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such export in this account, or no such plan of the export. */
        PlanNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No such record in this account. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The path exists, but not with the method that was used. */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request did not arrive in time. */
        RequestTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The idempotency key says no. */
        WriteConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The export or the idempotency key says no. */
        PlanConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The export or the idempotency key says no. */
        ApprovalConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A gate or the idempotency key says no. Nothing was changed. */
        ExecuteConflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Only application/json in UTF-8 is read. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Lines name products that are not known; all of them are listed. */
        UnknownProduct: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Orders are not known, or the destination is not supported. */
        UnprocessablePlan: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests, or the submission budget of the broker is used up. */
        RateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The headers are too large. */
        HeadersTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server failed. */
        InternalError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server cannot serve now. */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
         * @example nightly-2026-11-21:execute
         */
        IdempotencyKeyHeader: string;
        /**
         * @description The order.
         * @example ord_01k9m4wg8c4b1z9q7v2x5n0h3d
         */
        OrderIdPath: components["schemas"]["OrderId"];
        /**
         * @description The product.
         * @example prod_01k9m4wd3x7w0y4r6m1s8t5k2j
         */
        ProductIdPath: components["schemas"]["ProductId"];
        /**
         * @description The warehouse.
         * @example wh_01k9m4w7d1r8s2k5j0p3f6g4ya
         */
        WarehouseIdPath: components["schemas"]["WarehouseId"];
        /**
         * @description The broker.
         * @example br_01k9m4wa5e2v9t6n3h8c7q1z0b
         */
        BrokerIdPath: components["schemas"]["BrokerId"];
        /**
         * @description The export.
         * @example batch_01k9m4wk6f9g2a5d8s3j1p7y4r
         */
        ExportIdPath: components["schemas"]["ExportId"];
        /**
         * @description The plan.
         * @example sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4
         */
        PlanHashPath: components["schemas"]["PlanHash"];
        /**
         * @description The plan to compare with, of the same export.
         * @example sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f
         */
        Against: components["schemas"]["PlanHash"];
        /**
         * @description The rule.
         * @example INV-07
         */
        RuleIdPath: components["schemas"]["RuleId"];
        /**
         * @description Only the records in force on this entry date, corrections instead of what they corrected.
         * @example 2026-11-24
         */
        RuleAsOf: components["schemas"]["Date"];
        /**
         * @description The customs package.
         * @example cp_01k9m4wn0h5k8m2v4t7w1c6e3x
         */
        PackageIdPath: components["schemas"]["CustomsPackageId"];
        /**
         * @description The endpoint.
         * @example whk_01k9m4wv7n3q8s2t5x1z6b9d4f
         */
        WebhookIdPath: components["schemas"]["WebhookId"];
        /**
         * @description Which artifact.
         * @example cci_csv
         */
        ArtifactTypePath: components["schemas"]["ArtifactType"];
        /**
         * @description ETags the caller holds.
         * @example "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4"
         */
        IfNoneMatch: string;
        /**
         * @description Only records with one of these external ids, compared letter by letter: `externalId=A&externalId=B`, up to 100. Line and headers of a request hold 16 KiB in all, so very long ids go in smaller groups.
         * @example [
         *       "WEB-100234"
         *     ]
         */
        ExternalIdFilter: components["schemas"]["ExternalId"][];
        /**
         * @description Only exports in this state.
         * @example awaiting_approval
         */
        StateFilter: components["schemas"]["ExportState"];
        /**
         * @description Only plans with this readiness.
         * @example REVIEW_REQUIRED
         */
        ReadinessFilter: components["schemas"]["ReadinessState"];
        /**
         * @description Only exports of this warehouse.
         * @example wh_01k9m4w7d1r8s2k5j0p3f6g4ya
         */
        WarehouseFilter: components["schemas"]["WarehouseId"];
        /**
         * @description Created at or after.
         * @example 2026-11-01T00:00:00Z
         */
        CreatedAfter: components["schemas"]["Timestamp"];
        /**
         * @description Created before.
         * @example 2026-12-01T00:00:00Z
         */
        CreatedBefore: components["schemas"]["Timestamp"];
        /**
         * @description Most records a page.
         * @example 20
         */
        Limit: number;
        /**
         * @description `next_cursor` of the page before.
         * @example MjAyNi0xMS0yMQ
         */
        CursorParam: components["schemas"]["Cursor"];
        /**
         * @description Only events after this `seq`.
         * @example 6
         */
        After: number;
        /**
         * @description Only events after this `position`.
         * @example 4711
         */
        AfterPosition: number;
        /**
         * @description Most events a page.
         * @example 100
         */
        EventLimit: number;
        /**
         * @description Seconds to wait for an event when there is none yet.
         * @example 25
         */
        Wait: number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Identifies this request.
         * @example req_01k9m4wt4m7q0y2c6f9h3k5n8a
         */
        RequestId: components["schemas"]["RequestId"];
        /**
         * @description `true` when this is the stored answer of an earlier request.
         * @example true
         */
        IdempotentReplayed: "true";
        /**
         * @description Remaining requests and seconds to the next window, for example `"default";r=99;t=10`.
         * @example "default";r=99;t=10
         */
        RateLimit: string;
        /**
         * @description Quota and window in seconds, for example `"default";q=100;w=10`.
         * @example "default";q=100;w=10
         */
        RateLimitPolicy: string;
        /**
         * @description Seconds to wait. Always sent where `retryable` is true for a waiting reason.
         * @example 1
         */
        RetryAfter: number;
        /**
         * @description The methods that the path answers (RFC 9110, 10.2.1).
         * @example GET, POST
         */
        Allow: string;
        /**
         * @description How to authenticate.
         * @example Bearer
         */
        WwwAuthenticate: string;
        /**
         * @description Strong entity tag.
         * @example "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4"
         */
        ETag: string;
        /**
         * @description RFC 9530 digest of the content.
         * @example sha-256=:jx9k2w1cCnp6mh8/ei7I8QpLnw0fW+HR+Oj3sw8MUtQ=:
         */
        ContentDigest: string;
        /**
         * @description Always an attachment.
         * @example attachment; filename="commercial_customs_invoice.csv"
         */
        ContentDisposition: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key is good. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    syncProducts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The products. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductsSyncRequest"];
            };
        };
        responses: {
            /** @description The stored products. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductsSyncResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WriteConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    syncWarehouses: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The warehouses. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WarehousesSyncRequest"];
            };
        };
        responses: {
            /** @description The stored warehouses. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarehousesSyncResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WriteConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    syncBrokers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The brokers. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrokersSyncRequest"];
            };
        };
        responses: {
            /** @description The stored brokers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokersSyncResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WriteConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /**
                 * @description Only records with one of these external ids, compared letter by letter: `externalId=A&externalId=B`, up to 100. Line and headers of a request hold 16 KiB in all, so very long ids go in smaller groups.
                 * @example [
                 *       "WEB-100234"
                 *     ]
                 */
                externalId?: components["parameters"]["ExternalIdFilter"];
                /**
                 * @description Most records a page.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `next_cursor` of the page before.
                 * @example MjAyNi0xMS0yMQ
                 */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The product.
                 * @example prod_01k9m4wd3x7w0y4r6m1s8t5k2j
                 */
                id: components["parameters"]["ProductIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredProduct"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWarehouses: {
        parameters: {
            query?: {
                /**
                 * @description Only records with one of these external ids, compared letter by letter: `externalId=A&externalId=B`, up to 100. Line and headers of a request hold 16 KiB in all, so very long ids go in smaller groups.
                 * @example [
                 *       "WEB-100234"
                 *     ]
                 */
                externalId?: components["parameters"]["ExternalIdFilter"];
                /**
                 * @description Most records a page.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `next_cursor` of the page before.
                 * @example MjAyNi0xMS0yMQ
                 */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarehouseList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWarehouse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The warehouse.
                 * @example wh_01k9m4w7d1r8s2k5j0p3f6g4ya
                 */
                id: components["parameters"]["WarehouseIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The warehouse. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredWarehouse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBrokers: {
        parameters: {
            query?: {
                /**
                 * @description Only records with one of these external ids, compared letter by letter: `externalId=A&externalId=B`, up to 100. Line and headers of a request hold 16 KiB in all, so very long ids go in smaller groups.
                 * @example [
                 *       "WEB-100234"
                 *     ]
                 */
                externalId?: components["parameters"]["ExternalIdFilter"];
                /**
                 * @description Most records a page.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `next_cursor` of the page before.
                 * @example MjAyNi0xMS0yMQ
                 */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getBroker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The broker.
                 * @example br_01k9m4wa5e2v9t6n3h8c7q1z0b
                 */
                id: components["parameters"]["BrokerIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The broker. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredBroker"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAccountProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountProfile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    putAccountProfile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The profile. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountProfileInput"];
            };
        };
        responses: {
            /** @description The stored profile. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountProfile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WriteConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    syncOrders: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The orders. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrdersSyncRequest"];
            };
        };
        responses: {
            /** @description The stored orders. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrdersSyncResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WriteConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnknownProduct"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /**
                 * @description Only records with one of these external ids, compared letter by letter: `externalId=A&externalId=B`, up to 100. Line and headers of a request hold 16 KiB in all, so very long ids go in smaller groups.
                 * @example [
                 *       "WEB-100234"
                 *     ]
                 */
                externalId?: components["parameters"]["ExternalIdFilter"];
                /**
                 * @description Most records a page.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `next_cursor` of the page before.
                 * @example MjAyNi0xMS0yMQ
                 */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The order.
                 * @example ord_01k9m4wg8c4b1z9q7v2x5n0h3d
                 */
                id: components["parameters"]["OrderIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredOrder"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    planExport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description What to plan. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            /** @description A re-plan or a dry run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPlan"];
                };
            };
            /** @description A new export. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExportNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["PlanConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessablePlan"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    executeExport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description Which export. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExecuteRequest"];
            };
        };
        responses: {
            /** @description Executed before. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutedExport"];
                };
            };
            /** @description Executed now. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutedExport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExportNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ExecuteConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listExports: {
        parameters: {
            query?: {
                /**
                 * @description Only exports in this state.
                 * @example awaiting_approval
                 */
                state?: components["parameters"]["StateFilter"];
                /**
                 * @description Only plans with this readiness.
                 * @example REVIEW_REQUIRED
                 */
                readinessState?: components["parameters"]["ReadinessFilter"];
                /**
                 * @description Only exports of this warehouse.
                 * @example wh_01k9m4w7d1r8s2k5j0p3f6g4ya
                 */
                warehouseId?: components["parameters"]["WarehouseFilter"];
                /**
                 * @description Created at or after.
                 * @example 2026-11-01T00:00:00Z
                 */
                createdAfter?: components["parameters"]["CreatedAfter"];
                /**
                 * @description Created before.
                 * @example 2026-12-01T00:00:00Z
                 */
                createdBefore?: components["parameters"]["CreatedBefore"];
                /**
                 * @description Most records a page.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `next_cursor` of the page before.
                 * @example MjAyNi0xMS0yMQ
                 */
                cursor?: components["parameters"]["CursorParam"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    inspectExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The export.
                 * @example batch_01k9m4wk6f9g2a5d8s3j1p7y4r
                 */
                id: components["parameters"]["ExportIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExportNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveExport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The export.
                 * @example batch_01k9m4wk6f9g2a5d8s3j1p7y4r
                 */
                id: components["parameters"]["ExportIdPath"];
            };
            cookie?: never;
        };
        /** @description What is approved. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalRequest"];
            };
        };
        responses: {
            /** @description The approval. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExportNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ApprovalConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listExportEvents: {
        parameters: {
            query?: {
                /**
                 * @description Only events after this `seq`.
                 * @example 6
                 */
                after?: components["parameters"]["After"];
                /**
                 * @description Most events a page.
                 * @example 100
                 */
                limit?: components["parameters"]["EventLimit"];
                /**
                 * @description Seconds to wait for an event when there is none yet.
                 * @example 25
                 */
                wait?: components["parameters"]["Wait"];
            };
            header?: never;
            path: {
                /**
                 * @description The export.
                 * @example batch_01k9m4wk6f9g2a5d8s3j1p7y4r
                 */
                id: components["parameters"]["ExportIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExportNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The export.
                 * @example batch_01k9m4wk6f9g2a5d8s3j1p7y4r
                 */
                id: components["parameters"]["ExportIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Content-Digest": components["headers"]["ContentDigest"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ExportNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPlan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags the caller holds.
                 * @example "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The export.
                 * @example batch_01k9m4wk6f9g2a5d8s3j1p7y4r
                 */
                id: components["parameters"]["ExportIdPath"];
                /**
                 * @description The plan.
                 * @example sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4
                 */
                planHash: components["parameters"]["PlanHashPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hashed value. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanSnapshot"];
                };
            };
            /** @description The caller has these bytes already (`If-None-Match`). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PlanNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    diffPlans: {
        parameters: {
            query: {
                /**
                 * @description The plan to compare with, of the same export.
                 * @example sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f
                 */
                against: components["parameters"]["Against"];
            };
            header?: never;
            path: {
                /**
                 * @description The export.
                 * @example batch_01k9m4wk6f9g2a5d8s3j1p7y4r
                 */
                id: components["parameters"]["ExportIdPath"];
                /**
                 * @description The plan.
                 * @example sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4
                 */
                planHash: components["parameters"]["PlanHashPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanDiff"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PlanNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCustomsPackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The customs package.
                 * @example cp_01k9m4wn0h5k8m2v4t7w1c6e3x
                 */
                id: components["parameters"]["PackageIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The package. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomsPackage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadArtifact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags the caller holds.
                 * @example "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The customs package.
                 * @example cp_01k9m4wn0h5k8m2v4t7w1c6e3x
                 */
                id: components["parameters"]["PackageIdPath"];
                /**
                 * @description Which artifact.
                 * @example cci_csv
                 */
                artifact_type: components["parameters"]["ArtifactTypePath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of the artifact. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    ETag: components["headers"]["ETag"];
                    "Content-Digest": components["headers"]["ContentDigest"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "text/csv": string;
                    "application/pdf": string;
                    "application/json": components["schemas"]["CustomsInvoice"] | components["schemas"]["PackingList"] | components["schemas"]["ArtifactManifest"];
                };
            };
            /** @description The caller has these bytes already (`If-None-Match`). */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /**
                 * @description Only events after this `position`.
                 * @example 4711
                 */
                after?: components["parameters"]["AfterPosition"];
                /**
                 * @description Most events a page.
                 * @example 100
                 */
                limit?: components["parameters"]["EventLimit"];
                /**
                 * @description Seconds to wait for an event when there is none yet.
                 * @example 25
                 */
                wait?: components["parameters"]["Wait"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventFeed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoints. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    registerWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The endpoint. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description An endpoint that was there before. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description A new endpoint with its secret. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WriteConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The endpoint.
                 * @example whk_01k9m4wv7n3q8s2t5x1z6b9d4f
                 */
                id: components["parameters"]["WebhookIdPath"];
            };
            cookie?: never;
        };
        /** @description Whose endpoint. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookActRequest"];
            };
        };
        responses: {
            /** @description The test is queued. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WriteConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The endpoint.
                 * @example whk_01k9m4wv7n3q8s2t5x1z6b9d4f
                 */
                id: components["parameters"]["WebhookIdPath"];
            };
            cookie?: never;
        };
        /** @description Whose endpoint. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookActRequest"];
            };
        };
        responses: {
            /** @description The endpoint with its new secret. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WriteConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.
                 * @example nightly-2026-11-21:execute
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKeyHeader"];
            };
            path: {
                /**
                 * @description The endpoint.
                 * @example whk_01k9m4wv7n3q8s2t5x1z6b9d4f
                 */
                id: components["parameters"]["WebhookIdPath"];
            };
            cookie?: never;
        };
        /** @description From where. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookReplayRequest"];
            };
        };
        responses: {
            /** @description The events are queued. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplay"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WriteConflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRule: {
        parameters: {
            query?: {
                /**
                 * @description Only the records in force on this entry date, corrections instead of what they corrected.
                 * @example 2026-11-24
                 */
                asOf?: components["parameters"]["RuleAsOf"];
            };
            header?: never;
            path: {
                /**
                 * @description The rule.
                 * @example INV-07
                 */
                ruleId: components["parameters"]["RuleIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records of the rule. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            408: components["responses"]["RequestTimeout"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This contract. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                    "application/yaml": string;
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Serving. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProbeStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Serving. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProbeStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            /** @description Not serving. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProbeStatus"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Metrics. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["RateLimited"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
        };
    };
    receiveEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The event. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookMessage"];
            };
        };
        responses: {
            /** @description Taken. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The endpoint is gone: nothing new is queued for it, and what waits for it ends as failed. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
