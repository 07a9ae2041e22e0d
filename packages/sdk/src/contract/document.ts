// Generated from openapi.yaml by tools/codegen. Do not edit: run "pnpm run generate".

/** The whole contract as JSON: what `/docs/api/openapi` serves and the validators are compiled from. */
export const contractDocument: Readonly<Record<string, unknown>> = {
  "openapi": "3.1.0",
  "info": {
    "title": "EntryGo protocol",
    "version": "1.0.0",
    "summary": "Sync orders, plan their export to the United States, execute the plan, inspect the truth.",
    "description": "A machine contract with four steps. **sync** makes order demand visible (a durable upsert), **plan** decides without side\neffect, **execute** applies the approved plan, **inspect** tells the truth. Clients send accurate data, keep the ids that\nEntryGo returns, retry with idempotency keys and branch on structured fields.\n\nNumbers are exact: a number that does not survive a round trip through a double is refused. Unknown request properties are\nrefused, except inside `metadata`, `isf` and `pga.*.data`. Answers may gain properties and enum values.\n\nThis project is not affiliated with the EntryGo or BorderBuddy businesses. Nothing here is legal advice.\n",
    "license": {
      "name": "Apache-2.0",
      "identifier": "Apache-2.0"
    },
    "contact": {
      "name": "EntryGo protocol maintainers",
      "url": "https://entrygo.example/docs",
      "email": "maintainers@entrygo.example"
    }
  },
  "servers": [
    {
      "url": "https://api.entrygo.example",
      "description": "A hosted server (production). `entrygo dev` serves the same contract on a loopback address (local).",
      "x-internal": false
    }
  ],
  "tags": [
    {
      "name": "System",
      "description": "Health and documentation."
    },
    {
      "name": "Set-up",
      "description": "Products, warehouses, brokers and the account profile."
    },
    {
      "name": "Orders",
      "description": "Order demand."
    },
    {
      "name": "Exports",
      "description": "Plan, approve, execute and inspect."
    },
    {
      "name": "Customs packages",
      "description": "Packages and their files."
    },
    {
      "name": "Webhooks",
      "description": "Events, pushed to the systems of the operator."
    },
    {
      "name": "Rules",
      "description": "The law as dated records."
    }
  ],
  "security": [
    {
      "apiKey": []
    }
  ],
  "paths": {
    "/api/system/health": {
      "get": {
        "operationId": "getHealth",
        "tags": [
          "System"
        ],
        "summary": "Check the key and the server",
        "description": "Answers 200 when the API key is good and the server serves.",
        "security": [
          {
            "apiKey": []
          }
        ],
        "responses": {
          "200": {
            "description": "The key is good.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Health"
                },
                "examples": {
                  "Healthy": {
                    "$ref": "#/components/examples/Healthy"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/products/sync": {
      "post": {
        "operationId": "syncProducts",
        "tags": [
          "Set-up"
        ],
        "summary": "Sync products",
        "description": "Upsert products by `externalId` inside the account, 1-1,000 a request, all or none. The answer keeps the order of the request.",
        "security": [
          {
            "apiKey": [
              "sync"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The products.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ProductsSyncRequest"
              },
              "examples": {
                "ProductsSync": {
                  "$ref": "#/components/examples/ProductsSync"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The stored products.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProductsSyncResponse"
                },
                "examples": {
                  "ProductsSynced": {
                    "$ref": "#/components/examples/ProductsSynced"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/WriteConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/warehouses/sync": {
      "post": {
        "operationId": "syncWarehouses",
        "tags": [
          "Set-up"
        ],
        "summary": "Sync warehouses",
        "description": "Upsert warehouses by `externalId` inside the account, 1-1,000 a request, all or none. The answer keeps the order of the request.",
        "security": [
          {
            "apiKey": [
              "admin"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The warehouses.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WarehousesSyncRequest"
              },
              "examples": {
                "WarehousesSync": {
                  "$ref": "#/components/examples/WarehousesSync"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The stored warehouses.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WarehousesSyncResponse"
                },
                "examples": {
                  "WarehousesSynced": {
                    "$ref": "#/components/examples/WarehousesSynced"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/WriteConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/brokers/sync": {
      "post": {
        "operationId": "syncBrokers",
        "tags": [
          "Set-up"
        ],
        "summary": "Sync brokers",
        "description": "Upsert brokers by `externalId` inside the account, 1-1,000 a request, all or none. The answer keeps the order of the request.",
        "security": [
          {
            "apiKey": [
              "admin"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The brokers.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/BrokersSyncRequest"
              },
              "examples": {
                "BrokersSync": {
                  "$ref": "#/components/examples/BrokersSync"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The stored brokers.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BrokersSyncResponse"
                },
                "examples": {
                  "BrokersSynced": {
                    "$ref": "#/components/examples/BrokersSynced"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/WriteConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/products": {
      "get": {
        "operationId": "listProducts",
        "tags": [
          "Set-up"
        ],
        "summary": "List products",
        "description": "Stored products of the account, newest first; with `externalId` those alone, which finds an id again. An `externalId` that is not stored is no error: it is absent.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ExternalIdFilter"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/CursorParam"
          }
        ],
        "responses": {
          "200": {
            "description": "A page.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProductList"
                },
                "examples": {
                  "Products": {
                    "$ref": "#/components/examples/Products"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/products/{id}": {
      "get": {
        "operationId": "getProduct",
        "tags": [
          "Set-up"
        ],
        "summary": "Read a product",
        "description": "The product as it is stored, by the id that its sync returned.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ProductIdPath"
          }
        ],
        "responses": {
          "200": {
            "description": "The product.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StoredProduct"
                },
                "examples": {
                  "ProductStored": {
                    "$ref": "#/components/examples/ProductStored"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/warehouses": {
      "get": {
        "operationId": "listWarehouses",
        "tags": [
          "Set-up"
        ],
        "summary": "List warehouses",
        "description": "Stored warehouses of the account, newest first; with `externalId` those alone, which finds an id again. An `externalId` that is not stored is no error: it is absent. A secret is never shown: `secretSet` says that there is one.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ExternalIdFilter"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/CursorParam"
          }
        ],
        "responses": {
          "200": {
            "description": "A page.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WarehouseList"
                },
                "examples": {
                  "Warehouses": {
                    "$ref": "#/components/examples/Warehouses"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/warehouses/{id}": {
      "get": {
        "operationId": "getWarehouse",
        "tags": [
          "Set-up"
        ],
        "summary": "Read a warehouse",
        "description": "The warehouse as it is stored, by the id that its sync returned. A secret is never shown: `secretSet` says that there is one.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/WarehouseIdPath"
          }
        ],
        "responses": {
          "200": {
            "description": "The warehouse.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StoredWarehouse"
                },
                "examples": {
                  "WarehouseStored": {
                    "$ref": "#/components/examples/WarehouseStored"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/brokers": {
      "get": {
        "operationId": "listBrokers",
        "tags": [
          "Set-up"
        ],
        "summary": "List brokers",
        "description": "Stored brokers of the account, newest first; with `externalId` those alone, which finds an id again. An `externalId` that is not stored is no error: it is absent. A secret is never shown: `secretSet` says that there is one.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ExternalIdFilter"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/CursorParam"
          }
        ],
        "responses": {
          "200": {
            "description": "A page.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/BrokerList"
                },
                "examples": {
                  "Brokers": {
                    "$ref": "#/components/examples/Brokers"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/brokers/{id}": {
      "get": {
        "operationId": "getBroker",
        "tags": [
          "Set-up"
        ],
        "summary": "Read a broker",
        "description": "The broker as it is stored, by the id that its sync returned. A secret is never shown: `secretSet` says that there is one.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/BrokerIdPath"
          }
        ],
        "responses": {
          "200": {
            "description": "The broker.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StoredBroker"
                },
                "examples": {
                  "BrokerStored": {
                    "$ref": "#/components/examples/BrokerStored"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/account/profile": {
      "get": {
        "operationId": "getAccountProfile",
        "tags": [
          "Set-up"
        ],
        "summary": "Read the account profile",
        "description": "Importer, bond, defaults and gate of the account.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The profile.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccountProfile"
                },
                "examples": {
                  "ProfileStored": {
                    "$ref": "#/components/examples/ProfileStored"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      },
      "put": {
        "operationId": "putAccountProfile",
        "tags": [
          "Set-up"
        ],
        "summary": "Set the account profile",
        "description": "Replaces the profile as a whole.",
        "security": [
          {
            "apiKey": [
              "admin"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The profile.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/AccountProfileInput"
              },
              "examples": {
                "ProfilePut": {
                  "$ref": "#/components/examples/ProfilePut"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The stored profile.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AccountProfile"
                },
                "examples": {
                  "ProfileStored": {
                    "$ref": "#/components/examples/ProfileStored"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/WriteConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/orders/sync": {
      "post": {
        "operationId": "syncOrders",
        "tags": [
          "Orders"
        ],
        "summary": "Sync orders",
        "description": "Upsert orders by `externalId` inside the account, 1-1,000 a request, all or none. The answer keeps the order of the request. The lines of an order are replaced. Every product must be known; all unknown ones are named at once.",
        "security": [
          {
            "apiKey": [
              "sync"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The orders.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/OrdersSyncRequest"
              },
              "examples": {
                "OrdersSync": {
                  "$ref": "#/components/examples/OrdersSync"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The stored orders.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrdersSyncResponse"
                },
                "examples": {
                  "OrdersSynced": {
                    "$ref": "#/components/examples/OrdersSynced"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/WriteConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnknownProduct"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/orders": {
      "get": {
        "operationId": "listOrders",
        "tags": [
          "Orders"
        ],
        "summary": "List orders",
        "description": "Stored orders of the account, newest first; with `externalId` those alone, which finds an id again. An `externalId` that is not stored is no error: it is absent.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ExternalIdFilter"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/CursorParam"
          }
        ],
        "responses": {
          "200": {
            "description": "A page.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/OrderList"
                },
                "examples": {
                  "Orders": {
                    "$ref": "#/components/examples/Orders"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/orders/{id}": {
      "get": {
        "operationId": "getOrder",
        "tags": [
          "Orders"
        ],
        "summary": "Read an order",
        "description": "The order as it is stored, by the id that its sync returned.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/OrderIdPath"
          }
        ],
        "responses": {
          "200": {
            "description": "The order.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/StoredOrder"
                },
                "examples": {
                  "OrderStored": {
                    "$ref": "#/components/examples/OrderStored"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/exports/plan": {
      "post": {
        "operationId": "planExport",
        "tags": [
          "Exports"
        ],
        "summary": "Plan an export",
        "description": "A decision without external side effect: what should happen if these orders go through this warehouse and this broker. A new batch answers 201, a re-plan (`batchId`) or a dry run 200. A re-plan whose planHash did not change writes nothing.",
        "security": [
          {
            "apiKey": [
              "plan"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "What to plan.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PlanRequest"
              },
              "examples": {
                "PlanNew": {
                  "$ref": "#/components/examples/PlanNew"
                },
                "PlanDryRun": {
                  "$ref": "#/components/examples/PlanDryRun"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "A re-plan or a dry run.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExportPlan"
                },
                "examples": {
                  "PlanReview": {
                    "$ref": "#/components/examples/PlanReview"
                  },
                  "PlanOfDryRun": {
                    "$ref": "#/components/examples/PlanOfDryRun"
                  }
                }
              }
            }
          },
          "201": {
            "description": "A new export.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExportPlan"
                },
                "examples": {
                  "PlanReady": {
                    "$ref": "#/components/examples/PlanReady"
                  },
                  "PlanBlocked": {
                    "$ref": "#/components/examples/PlanBlocked"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/ExportNotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/PlanConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "422": {
            "$ref": "#/components/responses/UnprocessablePlan"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/exports/execute": {
      "post": {
        "operationId": "executeExport",
        "tags": [
          "Exports"
        ],
        "summary": "Execute an export",
        "description": "Applies the approved plan: customs package, artifacts, warehouse notification and the hand-off to the broker. 201 the first time, 200 when the export was executed before: no gate is asked again, the package is the same, and only a submission that is not accepted and not in flight is sent again. Never waits for the broker.",
        "security": [
          {
            "apiKey": [
              "execute"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "Which export.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ExecuteRequest"
              },
              "examples": {
                "ExecuteApproved": {
                  "$ref": "#/components/examples/ExecuteApproved"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Executed before.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecutedExport"
                },
                "examples": {
                  "Executed": {
                    "$ref": "#/components/examples/Executed"
                  }
                }
              }
            }
          },
          "201": {
            "description": "Executed now.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExecutedExport"
                },
                "examples": {
                  "Executed": {
                    "$ref": "#/components/examples/Executed"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/ExportNotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/ExecuteConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/exports": {
      "get": {
        "operationId": "listExports",
        "tags": [
          "Exports"
        ],
        "summary": "List exports",
        "description": "Exports of the account, newest first.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/StateFilter"
          },
          {
            "$ref": "#/components/parameters/ReadinessFilter"
          },
          {
            "$ref": "#/components/parameters/WarehouseFilter"
          },
          {
            "$ref": "#/components/parameters/CreatedAfter"
          },
          {
            "$ref": "#/components/parameters/CreatedBefore"
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/CursorParam"
          }
        ],
        "responses": {
          "200": {
            "description": "A page.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ExportList"
                },
                "examples": {
                  "Exports": {
                    "$ref": "#/components/examples/Exports"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/exports/{id}": {
      "get": {
        "operationId": "inspectExport",
        "tags": [
          "Exports"
        ],
        "summary": "Inspect an export",
        "description": "The canonical state, computed from the committed record; equal for every reader.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ExportIdPath"
          }
        ],
        "responses": {
          "200": {
            "description": "The export.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Export"
                },
                "examples": {
                  "Inspected": {
                    "$ref": "#/components/examples/Inspected"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/ExportNotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/exports/{id}/approvals": {
      "post": {
        "operationId": "approveExport",
        "tags": [
          "Exports"
        ],
        "summary": "Approve a plan",
        "description": "A person or a policy approves one planHash. The approval dies with the planHash and at its end.",
        "security": [
          {
            "apiKey": [
              "approve"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ExportIdPath"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "What is approved.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ApprovalRequest"
              },
              "examples": {
                "ApprovalGiven": {
                  "$ref": "#/components/examples/ApprovalGiven"
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The approval.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Approval"
                },
                "examples": {
                  "ApprovalStored": {
                    "$ref": "#/components/examples/ApprovalStored"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/ExportNotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/ApprovalConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/exports/{id}/events": {
      "get": {
        "operationId": "listExportEvents",
        "tags": [
          "Exports"
        ],
        "summary": "Read the events of an export",
        "description": "A page of events after a `seq`; with `wait` a long-poll; with `Accept: text/event-stream` a stream.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ExportIdPath"
          },
          {
            "$ref": "#/components/parameters/After"
          },
          {
            "$ref": "#/components/parameters/EventLimit"
          },
          {
            "$ref": "#/components/parameters/Wait"
          }
        ],
        "responses": {
          "200": {
            "description": "Events.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EventList"
                },
                "examples": {
                  "Events": {
                    "$ref": "#/components/examples/Events"
                  }
                }
              },
              "text/event-stream": {
                "schema": {
                  "type": "string",
                  "description": "Server-sent events: `id` is the seq, `event` the type, `data` the event as JSON.",
                  "maxLength": 1048576,
                  "pattern": "^[^\\x00]*$"
                },
                "examples": {
                  "stream": {
                    "summary": "One event",
                    "value": "id: 8\nevent: BROKER_NOTIFIED\ndata: {}\n\n"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/ExportNotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/exports/{id}/evidence": {
      "get": {
        "operationId": "downloadEvidence",
        "tags": [
          "Exports"
        ],
        "summary": "Download the evidence of an export",
        "description": "A zip with the plan as hashed, approvals, the customs package and its files, every message as it was sent with its attempts, events, the identity of the rule pack, and a manifest with the SHA-256 of each. The same state of the export gives the same bytes.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ExportIdPath"
          }
        ],
        "responses": {
          "200": {
            "description": "The bundle.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Content-Digest": {
                "$ref": "#/components/headers/ContentDigest"
              },
              "Content-Disposition": {
                "$ref": "#/components/headers/ContentDisposition"
              }
            },
            "content": {
              "application/zip": {
                "schema": {
                  "type": "string",
                  "description": "Zip archive; `manifest.json` names every file.",
                  "contentMediaType": "application/zip",
                  "maxLength": 536870912,
                  "pattern": "^PK[\\s\\S]*$"
                },
                "examples": {
                  "zip": {
                    "summary": "Start of an archive",
                    "value": "PK"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/ExportNotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/exports/{id}/plans/{planHash}": {
      "get": {
        "operationId": "getPlan",
        "tags": [
          "Exports"
        ],
        "summary": "Read what a planHash stands for",
        "description": "The hashed value of a plan of this export, current or earlier, as the very bytes (RFC 8785 canonical JSON) whose SHA-256 is the planHash. Never changes.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ExportIdPath"
          },
          {
            "$ref": "#/components/parameters/PlanHashPath"
          },
          {
            "$ref": "#/components/parameters/IfNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The hashed value.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "ETag": {
                "$ref": "#/components/headers/ETag"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PlanSnapshot"
                },
                "examples": {
                  "Snapshot": {
                    "$ref": "#/components/examples/Snapshot"
                  }
                }
              }
            }
          },
          "304": {
            "description": "The caller has these bytes already (`If-None-Match`)."
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/PlanNotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/exports/{id}/plans/{planHash}/diff": {
      "get": {
        "operationId": "diffPlans",
        "tags": [
          "Exports"
        ],
        "summary": "Compare two plans of an export",
        "description": "Field by field what is different in this plan (`after`) from the plan `against` (`before`), each difference with its cause. Equal plans have no differences.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/ExportIdPath"
          },
          {
            "$ref": "#/components/parameters/PlanHashPath"
          },
          {
            "$ref": "#/components/parameters/Against"
          }
        ],
        "responses": {
          "200": {
            "description": "The differences.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/PlanDiff"
                },
                "examples": {
                  "Diff": {
                    "$ref": "#/components/examples/Diff"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/PlanNotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/customs-packages/{id}": {
      "get": {
        "operationId": "getCustomsPackage",
        "tags": [
          "Customs packages"
        ],
        "summary": "Read a customs package",
        "description": "A package and its files.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PackageIdPath"
          }
        ],
        "responses": {
          "200": {
            "description": "The package.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CustomsPackage"
                },
                "examples": {
                  "Package": {
                    "$ref": "#/components/examples/Package"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/customs-packages/{id}/artifacts/{artifact_type}": {
      "get": {
        "operationId": "downloadArtifact",
        "tags": [
          "Customs packages"
        ],
        "summary": "Download an artifact",
        "description": "The stored bytes, with their SHA-256 as `ETag` and `Content-Digest`.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/PackageIdPath"
          },
          {
            "$ref": "#/components/parameters/ArtifactTypePath"
          },
          {
            "$ref": "#/components/parameters/IfNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The bytes of the artifact.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "ETag": {
                "$ref": "#/components/headers/ETag"
              },
              "Content-Digest": {
                "$ref": "#/components/headers/ContentDigest"
              },
              "Content-Disposition": {
                "$ref": "#/components/headers/ContentDisposition"
              }
            },
            "content": {
              "text/html": {
                "schema": {
                  "type": "string",
                  "description": "HTML document.",
                  "maxLength": 67108864,
                  "pattern": "^[^\\x00]*$"
                },
                "examples": {
                  "html": {
                    "summary": "Start of an invoice",
                    "value": "<!doctype html>"
                  }
                }
              },
              "text/csv": {
                "schema": {
                  "type": "string",
                  "description": "RFC 4180, UTF-8.",
                  "maxLength": 67108864,
                  "pattern": "^[^\\x00]*$"
                },
                "examples": {
                  "csv": {
                    "summary": "Header line",
                    "value": "invoice_no,invoice_date"
                  }
                }
              },
              "application/pdf": {
                "schema": {
                  "type": "string",
                  "description": "PDF document without forms, links or scripts.",
                  "contentMediaType": "application/pdf",
                  "maxLength": 67108864,
                  "pattern": "^%PDF-[\\s\\S]*$"
                },
                "examples": {
                  "pdf": {
                    "summary": "Start of an invoice",
                    "value": "%PDF-1.3"
                  }
                }
              },
              "application/json": {
                "schema": {
                  "description": "By `artifact_type`: `cci_json`, `packing_list`, `manifest`.",
                  "oneOf": [
                    {
                      "$ref": "#/components/schemas/CustomsInvoice"
                    },
                    {
                      "$ref": "#/components/schemas/PackingList"
                    },
                    {
                      "$ref": "#/components/schemas/ArtifactManifest"
                    }
                  ],
                  "discriminator": {
                    "propertyName": "schema",
                    "mapping": {
                      "entrygo.cci/1": "#/components/schemas/CustomsInvoice",
                      "entrygo.packing_list/1": "#/components/schemas/PackingList",
                      "entrygo.manifest/1": "#/components/schemas/ArtifactManifest"
                    }
                  }
                },
                "examples": {
                  "packing_list": {
                    "$ref": "#/components/examples/PackingListFile"
                  }
                }
              }
            }
          },
          "304": {
            "description": "The caller has these bytes already (`If-None-Match`)."
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/events": {
      "get": {
        "operationId": "listEvents",
        "tags": [
          "Exports"
        ],
        "summary": "Read the events of the account",
        "description": "Events of all exports in the order in which they were committed; with `wait` a long-poll. Needs no address that the server can reach.",
        "security": [
          {
            "apiKey": [
              "read"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/AfterPosition"
          },
          {
            "$ref": "#/components/parameters/EventLimit"
          },
          {
            "$ref": "#/components/parameters/Wait"
          }
        ],
        "responses": {
          "200": {
            "description": "Events.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/EventFeed"
                },
                "examples": {
                  "EventFeed": {
                    "$ref": "#/components/examples/EventFeed"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/webhooks": {
      "post": {
        "operationId": "registerWebhook",
        "tags": [
          "Webhooks"
        ],
        "summary": "Register an endpoint",
        "description": "Upsert by `externalId`: every committed event of the types asked for is sent there, signed after Standard Webhooks. Only the answer that creates the endpoint shows its secret.",
        "security": [
          {
            "apiKey": [
              "admin"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "The endpoint.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WebhookRequest"
              },
              "examples": {
                "WebhookRegister": {
                  "$ref": "#/components/examples/WebhookRegister"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "An endpoint that was there before.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Webhook"
                },
                "examples": {
                  "WebhookUpdated": {
                    "$ref": "#/components/examples/WebhookUpdated"
                  }
                }
              }
            }
          },
          "201": {
            "description": "A new endpoint with its secret.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WebhookWithSecret"
                },
                "examples": {
                  "WebhookRegistered": {
                    "$ref": "#/components/examples/WebhookRegistered"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/WriteConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      },
      "get": {
        "operationId": "listWebhooks",
        "tags": [
          "Webhooks"
        ],
        "summary": "List the endpoints",
        "description": "Every endpoint of the account with what waits for it and how its newest deliveries ended.",
        "security": [
          {
            "apiKey": [
              "admin"
            ]
          }
        ],
        "responses": {
          "200": {
            "description": "The endpoints.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WebhookList"
                },
                "examples": {
                  "Webhooks": {
                    "$ref": "#/components/examples/Webhooks"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/webhooks/{id}/test": {
      "post": {
        "operationId": "testWebhook",
        "tags": [
          "Webhooks"
        ],
        "summary": "Send a test",
        "description": "Queues one message of type `webhook.test` to the endpoint, also to one that is not active; its outcome stands in the list of endpoints.",
        "security": [
          {
            "apiKey": [
              "admin"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookIdPath"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "Whose endpoint.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WebhookActRequest"
              },
              "examples": {
                "WebhookAct": {
                  "$ref": "#/components/examples/WebhookAct"
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "The test is queued.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WebhookDelivery"
                },
                "examples": {
                  "WebhookTested": {
                    "$ref": "#/components/examples/WebhookTested"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/WriteConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/webhooks/{id}/rotate-secret": {
      "post": {
        "operationId": "rotateWebhookSecret",
        "tags": [
          "Webhooks"
        ],
        "summary": "Rotate the secret",
        "description": "A new secret, shown this once. The old one signs too for 24 hours, so that receivers can change over.",
        "security": [
          {
            "apiKey": [
              "admin"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookIdPath"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "Whose endpoint.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WebhookActRequest"
              },
              "examples": {
                "WebhookAct": {
                  "$ref": "#/components/examples/WebhookAct"
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The endpoint with its new secret.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WebhookWithSecret"
                },
                "examples": {
                  "WebhookRotated": {
                    "$ref": "#/components/examples/WebhookRotated"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/WriteConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/webhooks/{id}/replay": {
      "post": {
        "operationId": "replayWebhook",
        "tags": [
          "Webhooks"
        ],
        "summary": "Send events again",
        "description": "Queues the events of one export after a `seq` again, under the ids that they had: a receiver that removes duplicates by `webhook-id` sees only what it missed.",
        "security": [
          {
            "apiKey": [
              "admin"
            ]
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/WebhookIdPath"
          },
          {
            "$ref": "#/components/parameters/IdempotencyKeyHeader"
          }
        ],
        "requestBody": {
          "required": true,
          "description": "From where.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WebhookReplayRequest"
              },
              "examples": {
                "WebhookReplay": {
                  "$ref": "#/components/examples/WebhookReplay"
                }
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "The events are queued.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              },
              "Idempotent-Replayed": {
                "$ref": "#/components/headers/IdempotentReplayed"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WebhookReplay"
                },
                "examples": {
                  "WebhookReplayed": {
                    "$ref": "#/components/examples/WebhookReplayed"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "409": {
            "$ref": "#/components/responses/WriteConflict"
          },
          "413": {
            "$ref": "#/components/responses/PayloadTooLarge"
          },
          "415": {
            "$ref": "#/components/responses/UnsupportedMediaType"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/api/rules/{ruleId}": {
      "get": {
        "operationId": "getRule",
        "tags": [
          "Rules"
        ],
        "summary": "Read a rule",
        "description": "Every dated record of one rule of the rule pack in use, or of the engine (`PLAN-01` to `PLAN-03`): severity, authority, wording, remedy and the facts it reads. A `/` in the id is sent as `%2F`. Any key will do.",
        "security": [
          {
            "apiKey": []
          }
        ],
        "parameters": [
          {
            "$ref": "#/components/parameters/RuleIdPath"
          },
          {
            "$ref": "#/components/parameters/RuleAsOf"
          }
        ],
        "responses": {
          "200": {
            "description": "The records of the rule.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RuleList"
                },
                "examples": {
                  "Rule": {
                    "$ref": "#/components/examples/Rule"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "401": {
            "$ref": "#/components/responses/Unauthorized"
          },
          "403": {
            "$ref": "#/components/responses/Forbidden"
          },
          "404": {
            "$ref": "#/components/responses/NotFound"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "408": {
            "$ref": "#/components/responses/RequestTimeout"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "$ref": "#/components/responses/Unavailable"
          }
        }
      }
    },
    "/docs/api/openapi": {
      "get": {
        "operationId": "getContract",
        "tags": [
          "System"
        ],
        "summary": "Read the contract",
        "description": "The OpenAPI document, as JSON or, by `Accept`, as YAML. Open to everybody.",
        "security": [],
        "responses": {
          "200": {
            "description": "This contract.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "description": "OpenAPI 3.1 document."
                },
                "examples": {
                  "json": {
                    "summary": "Start",
                    "value": {
                      "openapi": "3.1.0"
                    }
                  }
                }
              },
              "application/yaml": {
                "schema": {
                  "type": "string",
                  "description": "OpenAPI 3.1 document.",
                  "maxLength": 4194304,
                  "pattern": "^[^\\x00]*$"
                },
                "examples": {
                  "yaml": {
                    "summary": "Start",
                    "value": "openapi: 3.1.0"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          }
        }
      }
    },
    "/livez": {
      "get": {
        "operationId": "getLiveness",
        "tags": [
          "System"
        ],
        "summary": "Is the process alive",
        "description": "Answers 200 while the process serves HTTP. Says nothing else.",
        "security": [],
        "responses": {
          "200": {
            "description": "Serving.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProbeStatus"
                },
                "examples": {
                  "ProbeOk": {
                    "$ref": "#/components/examples/ProbeOk"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          }
        }
      }
    },
    "/readyz": {
      "get": {
        "operationId": "getReadiness",
        "tags": [
          "System"
        ],
        "summary": "May the server get traffic",
        "description": "503 while starting, draining or unable to write.",
        "security": [],
        "responses": {
          "200": {
            "description": "Serving.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProbeStatus"
                },
                "examples": {
                  "ProbeOk": {
                    "$ref": "#/components/examples/ProbeOk"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          },
          "503": {
            "description": "Not serving.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ProbeStatus"
                },
                "examples": {
                  "ProbeUnavailable": {
                    "$ref": "#/components/examples/ProbeUnavailable"
                  }
                }
              }
            }
          }
        }
      }
    },
    "/metrics": {
      "get": {
        "operationId": "getMetrics",
        "tags": [
          "System"
        ],
        "summary": "Metrics",
        "description": "Prometheus text format. Bind the server to a private address if this must not be public.",
        "security": [],
        "responses": {
          "200": {
            "description": "Metrics.",
            "headers": {
              "X-Request-Id": {
                "$ref": "#/components/headers/RequestId"
              },
              "RateLimit": {
                "$ref": "#/components/headers/RateLimit"
              },
              "RateLimit-Policy": {
                "$ref": "#/components/headers/RateLimitPolicy"
              }
            },
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string",
                  "description": "Prometheus text.",
                  "maxLength": 4194304,
                  "pattern": "^[^\\x00]*$"
                },
                "examples": {
                  "metrics": {
                    "summary": "One metric",
                    "value": "entrygo_http_requests_total 1"
                  }
                }
              }
            }
          },
          "400": {
            "$ref": "#/components/responses/BadRequest"
          },
          "405": {
            "$ref": "#/components/responses/MethodNotAllowed"
          },
          "429": {
            "$ref": "#/components/responses/RateLimited"
          },
          "431": {
            "$ref": "#/components/responses/HeadersTooLarge"
          },
          "500": {
            "$ref": "#/components/responses/InternalError"
          }
        }
      }
    }
  },
  "webhooks": {
    "event": {
      "post": {
        "operationId": "receiveEvent",
        "tags": [
          "Webhooks"
        ],
        "summary": "An event reaches an endpoint",
        "description": "What EntryGo sends to a registered endpoint. Headers after Standard Webhooks: `webhook-id` (constant for an event, also when it is sent again), `webhook-timestamp` and `webhook-signature` of the attempt. Any 2xx takes the message; 408, 425, 429 and every doubt lead to another attempt; 410 switches the endpoint off: nothing new is queued for it, and what waits for it ends as failed.",
        "security": [],
        "requestBody": {
          "required": true,
          "description": "The event.",
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/WebhookMessage"
              },
              "examples": {
                "EventMessage": {
                  "$ref": "#/components/examples/EventMessage"
                }
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Taken."
          },
          "410": {
            "description": "The endpoint is gone: nothing new is queued for it, and what waits for it ends as failed."
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "apiKey": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "EntryGo API key as by RFC 6750",
        "description": "`Authorization: Bearer eg_test_…` or `eg_live_…`. Each operation names the scope it needs: sync, plan, execute, approve, read, admin."
      }
    },
    "parameters": {
      "IdempotencyKeyHeader": {
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "description": "1-255 printable ASCII characters, bare or as a quoted structured string. The same key with the same request repeats the stored answer; with another request it is a conflict. Kept for 30 days.",
        "schema": {
          "type": "string",
          "minLength": 1,
          "maxLength": 512,
          "pattern": "^[\\x20-\\x7e]+$"
        },
        "example": "nightly-2026-11-21:execute"
      },
      "OrderIdPath": {
        "name": "id",
        "in": "path",
        "required": true,
        "description": "The order.",
        "schema": {
          "$ref": "#/components/schemas/OrderId"
        },
        "example": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
      },
      "ProductIdPath": {
        "name": "id",
        "in": "path",
        "required": true,
        "description": "The product.",
        "schema": {
          "$ref": "#/components/schemas/ProductId"
        },
        "example": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j"
      },
      "WarehouseIdPath": {
        "name": "id",
        "in": "path",
        "required": true,
        "description": "The warehouse.",
        "schema": {
          "$ref": "#/components/schemas/WarehouseId"
        },
        "example": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya"
      },
      "BrokerIdPath": {
        "name": "id",
        "in": "path",
        "required": true,
        "description": "The broker.",
        "schema": {
          "$ref": "#/components/schemas/BrokerId"
        },
        "example": "br_01k9m4wa5e2v9t6n3h8c7q1z0b"
      },
      "ExportIdPath": {
        "name": "id",
        "in": "path",
        "required": true,
        "description": "The export.",
        "schema": {
          "$ref": "#/components/schemas/ExportId"
        },
        "example": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r"
      },
      "PlanHashPath": {
        "name": "planHash",
        "in": "path",
        "required": true,
        "description": "The plan.",
        "schema": {
          "$ref": "#/components/schemas/PlanHash"
        },
        "example": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4"
      },
      "Against": {
        "name": "against",
        "in": "query",
        "required": true,
        "description": "The plan to compare with, of the same export.",
        "schema": {
          "$ref": "#/components/schemas/PlanHash"
        },
        "example": "sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f"
      },
      "RuleIdPath": {
        "name": "ruleId",
        "in": "path",
        "required": true,
        "description": "The rule.",
        "schema": {
          "$ref": "#/components/schemas/RuleId"
        },
        "example": "INV-07"
      },
      "RuleAsOf": {
        "name": "asOf",
        "in": "query",
        "required": false,
        "description": "Only the records in force on this entry date, corrections instead of what they corrected.",
        "schema": {
          "$ref": "#/components/schemas/Date"
        },
        "example": "2026-11-24"
      },
      "PackageIdPath": {
        "name": "id",
        "in": "path",
        "required": true,
        "description": "The customs package.",
        "schema": {
          "$ref": "#/components/schemas/CustomsPackageId"
        },
        "example": "cp_01k9m4wn0h5k8m2v4t7w1c6e3x"
      },
      "WebhookIdPath": {
        "name": "id",
        "in": "path",
        "required": true,
        "description": "The endpoint.",
        "schema": {
          "$ref": "#/components/schemas/WebhookId"
        },
        "example": "whk_01k9m4wv7n3q8s2t5x1z6b9d4f"
      },
      "ArtifactTypePath": {
        "name": "artifact_type",
        "in": "path",
        "required": true,
        "description": "Which artifact.",
        "schema": {
          "$ref": "#/components/schemas/ArtifactType"
        },
        "example": "cci_csv"
      },
      "IfNoneMatch": {
        "name": "If-None-Match",
        "in": "header",
        "required": false,
        "description": "ETags the caller holds.",
        "schema": {
          "type": "string",
          "maxLength": 2000,
          "pattern": "^[\\x20-\\x7e]*$"
        },
        "example": "\"8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4\""
      },
      "ExternalIdFilter": {
        "name": "externalId",
        "in": "query",
        "required": false,
        "style": "form",
        "explode": true,
        "description": "Only records with one of these external ids, compared letter by letter: `externalId=A&externalId=B`, up to 100. Line and headers of a request hold 16 KiB in all, so very long ids go in smaller groups.",
        "schema": {
          "type": "array",
          "minItems": 1,
          "maxItems": 100,
          "items": {
            "$ref": "#/components/schemas/ExternalId"
          }
        },
        "example": [
          "WEB-100234"
        ]
      },
      "StateFilter": {
        "name": "state",
        "in": "query",
        "required": false,
        "description": "Only exports in this state.",
        "schema": {
          "$ref": "#/components/schemas/ExportState"
        },
        "example": "awaiting_approval"
      },
      "ReadinessFilter": {
        "name": "readinessState",
        "in": "query",
        "required": false,
        "description": "Only plans with this readiness.",
        "schema": {
          "$ref": "#/components/schemas/ReadinessState"
        },
        "example": "REVIEW_REQUIRED"
      },
      "WarehouseFilter": {
        "name": "warehouseId",
        "in": "query",
        "required": false,
        "description": "Only exports of this warehouse.",
        "schema": {
          "$ref": "#/components/schemas/WarehouseId"
        },
        "example": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya"
      },
      "CreatedAfter": {
        "name": "createdAfter",
        "in": "query",
        "required": false,
        "description": "Created at or after.",
        "schema": {
          "$ref": "#/components/schemas/Timestamp"
        },
        "example": "2026-11-01T00:00:00Z"
      },
      "CreatedBefore": {
        "name": "createdBefore",
        "in": "query",
        "required": false,
        "description": "Created before.",
        "schema": {
          "$ref": "#/components/schemas/Timestamp"
        },
        "example": "2026-12-01T00:00:00Z"
      },
      "Limit": {
        "name": "limit",
        "in": "query",
        "required": false,
        "description": "Most records a page.",
        "schema": {
          "type": "integer",
          "format": "int32",
          "minimum": 1,
          "maximum": 100,
          "default": 20
        },
        "example": 20
      },
      "CursorParam": {
        "name": "cursor",
        "in": "query",
        "required": false,
        "description": "`next_cursor` of the page before.",
        "schema": {
          "$ref": "#/components/schemas/Cursor"
        },
        "example": "MjAyNi0xMS0yMQ"
      },
      "After": {
        "name": "after",
        "in": "query",
        "required": false,
        "description": "Only events after this `seq`.",
        "schema": {
          "type": "integer",
          "format": "int32",
          "minimum": 0,
          "maximum": 2147483647,
          "default": 0
        },
        "example": 6
      },
      "AfterPosition": {
        "name": "after",
        "in": "query",
        "required": false,
        "description": "Only events after this `position`.",
        "schema": {
          "type": "integer",
          "format": "int64",
          "minimum": 0,
          "maximum": 9007199254740991,
          "default": 0
        },
        "example": 4711
      },
      "EventLimit": {
        "name": "limit",
        "in": "query",
        "required": false,
        "description": "Most events a page.",
        "schema": {
          "type": "integer",
          "format": "int32",
          "minimum": 1,
          "maximum": 500,
          "default": 100
        },
        "example": 100
      },
      "Wait": {
        "name": "wait",
        "in": "query",
        "required": false,
        "description": "Seconds to wait for an event when there is none yet.",
        "schema": {
          "type": "integer",
          "format": "int32",
          "minimum": 0,
          "maximum": 25,
          "default": 0
        },
        "example": 25
      }
    },
    "headers": {
      "RequestId": {
        "description": "Identifies this request.",
        "required": true,
        "schema": {
          "$ref": "#/components/schemas/RequestId"
        },
        "example": "req_01k9m4wt4m7q0y2c6f9h3k5n8a"
      },
      "IdempotentReplayed": {
        "description": "`true` when this is the stored answer of an earlier request.",
        "schema": {
          "type": "string",
          "enum": [
            "true"
          ]
        },
        "example": "true"
      },
      "RateLimit": {
        "description": "Remaining requests and seconds to the next window, for example `\"default\";r=99;t=10`.",
        "schema": {
          "type": "string",
          "maxLength": 200,
          "pattern": "^[\\x20-\\x7e]+$"
        },
        "example": "\"default\";r=99;t=10"
      },
      "RateLimitPolicy": {
        "description": "Quota and window in seconds, for example `\"default\";q=100;w=10`.",
        "schema": {
          "type": "string",
          "maxLength": 200,
          "pattern": "^[\\x20-\\x7e]+$"
        },
        "example": "\"default\";q=100;w=10"
      },
      "RetryAfter": {
        "description": "Seconds to wait. Always sent where `retryable` is true for a waiting reason.",
        "schema": {
          "type": "integer",
          "format": "int32",
          "minimum": 0,
          "maximum": 86400
        },
        "example": 1
      },
      "Allow": {
        "description": "The methods that the path answers (RFC 9110, 10.2.1).",
        "schema": {
          "type": "string",
          "maxLength": 100,
          "pattern": "^[A-Z]+(, [A-Z]+)*$"
        },
        "example": "GET, POST"
      },
      "WwwAuthenticate": {
        "description": "How to authenticate.",
        "schema": {
          "type": "string",
          "maxLength": 200,
          "pattern": "^[\\x20-\\x7e]+$"
        },
        "example": "Bearer"
      },
      "ETag": {
        "description": "Strong entity tag.",
        "schema": {
          "type": "string",
          "maxLength": 100,
          "pattern": "^\"[\\x21\\x23-\\x7e]+\"$"
        },
        "example": "\"8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4\""
      },
      "ContentDigest": {
        "description": "RFC 9530 digest of the content.",
        "schema": {
          "type": "string",
          "maxLength": 100,
          "pattern": "^sha-256=:[A-Za-z0-9+/=]+:$"
        },
        "example": "sha-256=:jx9k2w1cCnp6mh8/ei7I8QpLnw0fW+HR+Oj3sw8MUtQ=:"
      },
      "ContentDisposition": {
        "description": "Always an attachment.",
        "schema": {
          "type": "string",
          "maxLength": 200,
          "pattern": "^attachment; filename=\"[a-z0-9_.-]+\"$"
        },
        "example": "attachment; filename=\"commercial_customs_invoice.csv\""
      }
    },
    "responses": {
      "BadRequest": {
        "description": "The request cannot be read or breaks the schema. Nothing was stored.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "INVALID_REQUEST": {
                "$ref": "#/components/examples/Error_INVALID_REQUEST"
              },
              "VALIDATION_ERROR": {
                "$ref": "#/components/examples/Error_VALIDATION_ERROR"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "INVALID_REQUEST": {
                "$ref": "#/components/examples/Problem_INVALID_REQUEST"
              },
              "VALIDATION_ERROR": {
                "$ref": "#/components/examples/Problem_VALIDATION_ERROR"
              }
            }
          }
        }
      },
      "Unauthorized": {
        "description": "The API key is missing or bad.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          },
          "WWW-Authenticate": {
            "$ref": "#/components/headers/WwwAuthenticate"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "INVALID_API_KEY": {
                "$ref": "#/components/examples/Error_INVALID_API_KEY"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "INVALID_API_KEY": {
                "$ref": "#/components/examples/Problem_INVALID_API_KEY"
              }
            }
          }
        }
      },
      "Forbidden": {
        "description": "The key lacks the scope, or the account, warehouse or broker is not the key's.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "INVALID_ACCOUNT_SCOPE": {
                "$ref": "#/components/examples/Error_INVALID_ACCOUNT_SCOPE"
              },
              "INSUFFICIENT_SCOPE": {
                "$ref": "#/components/examples/Error_INSUFFICIENT_SCOPE"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "INVALID_ACCOUNT_SCOPE": {
                "$ref": "#/components/examples/Problem_INVALID_ACCOUNT_SCOPE"
              },
              "INSUFFICIENT_SCOPE": {
                "$ref": "#/components/examples/Problem_INSUFFICIENT_SCOPE"
              }
            }
          }
        }
      },
      "ExportNotFound": {
        "description": "No such export in this account.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "EXPORT_NOT_FOUND": {
                "$ref": "#/components/examples/Error_EXPORT_NOT_FOUND"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "EXPORT_NOT_FOUND": {
                "$ref": "#/components/examples/Problem_EXPORT_NOT_FOUND"
              }
            }
          }
        }
      },
      "PlanNotFound": {
        "description": "No such export in this account, or no such plan of the export.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "EXPORT_NOT_FOUND": {
                "$ref": "#/components/examples/Error_EXPORT_NOT_FOUND"
              },
              "NOT_FOUND": {
                "$ref": "#/components/examples/Error_NOT_FOUND"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "EXPORT_NOT_FOUND": {
                "$ref": "#/components/examples/Problem_EXPORT_NOT_FOUND"
              },
              "NOT_FOUND": {
                "$ref": "#/components/examples/Problem_NOT_FOUND"
              }
            }
          }
        }
      },
      "NotFound": {
        "description": "No such record in this account.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "NOT_FOUND": {
                "$ref": "#/components/examples/Error_NOT_FOUND"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "NOT_FOUND": {
                "$ref": "#/components/examples/Problem_NOT_FOUND"
              }
            }
          }
        }
      },
      "MethodNotAllowed": {
        "description": "The path exists, but not with the method that was used.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          },
          "Allow": {
            "$ref": "#/components/headers/Allow"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "METHOD_NOT_ALLOWED": {
                "$ref": "#/components/examples/Error_METHOD_NOT_ALLOWED"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "METHOD_NOT_ALLOWED": {
                "$ref": "#/components/examples/Problem_METHOD_NOT_ALLOWED"
              }
            }
          }
        }
      },
      "RequestTimeout": {
        "description": "The request did not arrive in time.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "REQUEST_TIMEOUT": {
                "$ref": "#/components/examples/Error_REQUEST_TIMEOUT"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "REQUEST_TIMEOUT": {
                "$ref": "#/components/examples/Problem_REQUEST_TIMEOUT"
              }
            }
          }
        }
      },
      "WriteConflict": {
        "description": "The idempotency key says no.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          },
          "Retry-After": {
            "$ref": "#/components/headers/RetryAfter"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "IDEMPOTENCY_CONFLICT": {
                "$ref": "#/components/examples/Error_IDEMPOTENCY_CONFLICT"
              },
              "IDEMPOTENCY_IN_PROGRESS": {
                "$ref": "#/components/examples/Error_IDEMPOTENCY_IN_PROGRESS"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "IDEMPOTENCY_CONFLICT": {
                "$ref": "#/components/examples/Problem_IDEMPOTENCY_CONFLICT"
              },
              "IDEMPOTENCY_IN_PROGRESS": {
                "$ref": "#/components/examples/Problem_IDEMPOTENCY_IN_PROGRESS"
              }
            }
          }
        }
      },
      "PlanConflict": {
        "description": "The export or the idempotency key says no.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          },
          "Retry-After": {
            "$ref": "#/components/headers/RetryAfter"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "EXPORT_ALREADY_EXECUTED": {
                "$ref": "#/components/examples/Error_EXPORT_ALREADY_EXECUTED"
              },
              "IDEMPOTENCY_CONFLICT": {
                "$ref": "#/components/examples/Error_IDEMPOTENCY_CONFLICT"
              },
              "IDEMPOTENCY_IN_PROGRESS": {
                "$ref": "#/components/examples/Error_IDEMPOTENCY_IN_PROGRESS"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "EXPORT_ALREADY_EXECUTED": {
                "$ref": "#/components/examples/Problem_EXPORT_ALREADY_EXECUTED"
              },
              "IDEMPOTENCY_CONFLICT": {
                "$ref": "#/components/examples/Problem_IDEMPOTENCY_CONFLICT"
              },
              "IDEMPOTENCY_IN_PROGRESS": {
                "$ref": "#/components/examples/Problem_IDEMPOTENCY_IN_PROGRESS"
              }
            }
          }
        }
      },
      "ApprovalConflict": {
        "description": "The export or the idempotency key says no.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          },
          "Retry-After": {
            "$ref": "#/components/headers/RetryAfter"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "PLAN_HASH_MISMATCH": {
                "$ref": "#/components/examples/Error_PLAN_HASH_MISMATCH"
              },
              "EXPORT_BLOCKED": {
                "$ref": "#/components/examples/Error_EXPORT_BLOCKED"
              },
              "EXPORT_ALREADY_EXECUTED": {
                "$ref": "#/components/examples/Error_EXPORT_ALREADY_EXECUTED"
              },
              "IDEMPOTENCY_CONFLICT": {
                "$ref": "#/components/examples/Error_IDEMPOTENCY_CONFLICT"
              },
              "IDEMPOTENCY_IN_PROGRESS": {
                "$ref": "#/components/examples/Error_IDEMPOTENCY_IN_PROGRESS"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "PLAN_HASH_MISMATCH": {
                "$ref": "#/components/examples/Problem_PLAN_HASH_MISMATCH"
              },
              "EXPORT_BLOCKED": {
                "$ref": "#/components/examples/Problem_EXPORT_BLOCKED"
              },
              "EXPORT_ALREADY_EXECUTED": {
                "$ref": "#/components/examples/Problem_EXPORT_ALREADY_EXECUTED"
              },
              "IDEMPOTENCY_CONFLICT": {
                "$ref": "#/components/examples/Problem_IDEMPOTENCY_CONFLICT"
              },
              "IDEMPOTENCY_IN_PROGRESS": {
                "$ref": "#/components/examples/Problem_IDEMPOTENCY_IN_PROGRESS"
              }
            }
          }
        }
      },
      "ExecuteConflict": {
        "description": "A gate or the idempotency key says no. Nothing was changed.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          },
          "Retry-After": {
            "$ref": "#/components/headers/RetryAfter"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "EXPORT_BLOCKED": {
                "$ref": "#/components/examples/Error_EXPORT_BLOCKED"
              },
              "APPROVAL_REQUIRED": {
                "$ref": "#/components/examples/Error_APPROVAL_REQUIRED"
              },
              "PLAN_HASH_MISMATCH": {
                "$ref": "#/components/examples/Error_PLAN_HASH_MISMATCH"
              },
              "PLAN_STALE": {
                "$ref": "#/components/examples/Error_PLAN_STALE"
              },
              "DRY_RUN_NOT_EXECUTABLE": {
                "$ref": "#/components/examples/Error_DRY_RUN_NOT_EXECUTABLE"
              },
              "IDEMPOTENCY_CONFLICT": {
                "$ref": "#/components/examples/Error_IDEMPOTENCY_CONFLICT"
              },
              "IDEMPOTENCY_IN_PROGRESS": {
                "$ref": "#/components/examples/Error_IDEMPOTENCY_IN_PROGRESS"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "EXPORT_BLOCKED": {
                "$ref": "#/components/examples/Problem_EXPORT_BLOCKED"
              },
              "APPROVAL_REQUIRED": {
                "$ref": "#/components/examples/Problem_APPROVAL_REQUIRED"
              },
              "PLAN_HASH_MISMATCH": {
                "$ref": "#/components/examples/Problem_PLAN_HASH_MISMATCH"
              },
              "PLAN_STALE": {
                "$ref": "#/components/examples/Problem_PLAN_STALE"
              },
              "DRY_RUN_NOT_EXECUTABLE": {
                "$ref": "#/components/examples/Problem_DRY_RUN_NOT_EXECUTABLE"
              },
              "IDEMPOTENCY_CONFLICT": {
                "$ref": "#/components/examples/Problem_IDEMPOTENCY_CONFLICT"
              },
              "IDEMPOTENCY_IN_PROGRESS": {
                "$ref": "#/components/examples/Problem_IDEMPOTENCY_IN_PROGRESS"
              }
            }
          }
        }
      },
      "PayloadTooLarge": {
        "description": "The body is too large.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "PAYLOAD_TOO_LARGE": {
                "$ref": "#/components/examples/Error_PAYLOAD_TOO_LARGE"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "PAYLOAD_TOO_LARGE": {
                "$ref": "#/components/examples/Problem_PAYLOAD_TOO_LARGE"
              }
            }
          }
        }
      },
      "UnsupportedMediaType": {
        "description": "Only application/json in UTF-8 is read.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "UNSUPPORTED_MEDIA_TYPE": {
                "$ref": "#/components/examples/Error_UNSUPPORTED_MEDIA_TYPE"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "UNSUPPORTED_MEDIA_TYPE": {
                "$ref": "#/components/examples/Problem_UNSUPPORTED_MEDIA_TYPE"
              }
            }
          }
        }
      },
      "UnknownProduct": {
        "description": "Lines name products that are not known; all of them are listed.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "UNKNOWN_PRODUCT": {
                "$ref": "#/components/examples/Error_UNKNOWN_PRODUCT"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "UNKNOWN_PRODUCT": {
                "$ref": "#/components/examples/Problem_UNKNOWN_PRODUCT"
              }
            }
          }
        }
      },
      "UnprocessablePlan": {
        "description": "Orders are not known, or the destination is not supported.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "UNKNOWN_ORDER": {
                "$ref": "#/components/examples/Error_UNKNOWN_ORDER"
              },
              "UNSUPPORTED_DESTINATION": {
                "$ref": "#/components/examples/Error_UNSUPPORTED_DESTINATION"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "UNKNOWN_ORDER": {
                "$ref": "#/components/examples/Problem_UNKNOWN_ORDER"
              },
              "UNSUPPORTED_DESTINATION": {
                "$ref": "#/components/examples/Problem_UNSUPPORTED_DESTINATION"
              }
            }
          }
        }
      },
      "RateLimited": {
        "description": "Too many requests, or the submission budget of the broker is used up.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          },
          "Retry-After": {
            "$ref": "#/components/headers/RetryAfter"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "RATE_LIMITED": {
                "$ref": "#/components/examples/Error_RATE_LIMITED"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "RATE_LIMITED": {
                "$ref": "#/components/examples/Problem_RATE_LIMITED"
              }
            }
          }
        }
      },
      "HeadersTooLarge": {
        "description": "The headers are too large.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "HEADERS_TOO_LARGE": {
                "$ref": "#/components/examples/Error_HEADERS_TOO_LARGE"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "HEADERS_TOO_LARGE": {
                "$ref": "#/components/examples/Problem_HEADERS_TOO_LARGE"
              }
            }
          }
        }
      },
      "InternalError": {
        "description": "The server failed.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "INTERNAL_ERROR": {
                "$ref": "#/components/examples/Error_INTERNAL_ERROR"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "INTERNAL_ERROR": {
                "$ref": "#/components/examples/Problem_INTERNAL_ERROR"
              }
            }
          }
        }
      },
      "Unavailable": {
        "description": "The server cannot serve now.",
        "headers": {
          "X-Request-Id": {
            "$ref": "#/components/headers/RequestId"
          },
          "RateLimit": {
            "$ref": "#/components/headers/RateLimit"
          },
          "RateLimit-Policy": {
            "$ref": "#/components/headers/RateLimitPolicy"
          },
          "Retry-After": {
            "$ref": "#/components/headers/RetryAfter"
          }
        },
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorEnvelope"
            },
            "examples": {
              "UNAVAILABLE": {
                "$ref": "#/components/examples/Error_UNAVAILABLE"
              }
            }
          },
          "application/problem+json": {
            "schema": {
              "$ref": "#/components/schemas/Problem"
            },
            "examples": {
              "UNAVAILABLE": {
                "$ref": "#/components/examples/Problem_UNAVAILABLE"
              }
            }
          }
        }
      }
    },
    "examples": {
      "OrdersSync": {
        "summary": "One order with one line",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "items": [
            {
              "externalId": "WEB-100234",
              "destinationCountry": "US",
              "destinationRegion": "NY",
              "destinationPostalCode": "14202",
              "items": [
                {
                  "productId": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
                  "quantity": 24,
                  "unitValueUsd": 11.5,
                  "uom": "C62",
                  "customsQty1": "2",
                  "customsQty2": "4.32",
                  "netWeightKg": "4.32",
                  "grossWeightKg": "5"
                }
              ],
              "seller": {
                "name": "Maple Lane Outfitters Inc.",
                "street": "88 Wellington Street West",
                "city": "Toronto",
                "region": "ON",
                "postalCode": "M5J 2N8",
                "country": "CA"
              },
              "buyer": {
                "name": "Lakeside Mercantile LLC",
                "street": "1200 Harbor Avenue",
                "city": "Buffalo",
                "region": "NY",
                "postalCode": "14202",
                "country": "US"
              },
              "saleDate": "2026-11-19",
              "incoterm": "DAP",
              "relatedParty": false,
              "assists": [],
              "charges": [
                {
                  "type": "freight",
                  "amountUsd": 18,
                  "included": true
                }
              ],
              "invoice": {
                "number": "INV-100234",
                "responsibleIndividual": "Export desk",
                "language": "en"
              },
              "packages": [
                {
                  "id": "CTN-1",
                  "type": "carton",
                  "marks": "WEB-100234 1/1",
                  "grossKg": "5",
                  "netKg": "4.32",
                  "contents": [
                    {
                      "lineId": "1",
                      "quantity": 24
                    }
                  ]
                }
              ],
              "metadata": {
                "channel": "web"
              }
            }
          ],
          "idempotencyKey": "web-100234-v1"
        }
      },
      "OrdersSynced": {
        "summary": "The stored order",
        "value": {
          "data": [
            {
              "id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
              "externalId": "WEB-100234",
              "destinationCountry": "US",
              "destinationRegion": "NY",
              "destinationPostalCode": "14202",
              "items": [
                {
                  "productId": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
                  "quantity": 24,
                  "unitValueUsd": 11.5,
                  "uom": "C62",
                  "customsQty1": "2",
                  "customsQty2": "4.32",
                  "netWeightKg": "4.32",
                  "grossWeightKg": "5",
                  "lineId": "1",
                  "lineValueUsd": 276
                }
              ],
              "seller": {
                "name": "Maple Lane Outfitters Inc.",
                "street": "88 Wellington Street West",
                "city": "Toronto",
                "region": "ON",
                "postalCode": "M5J 2N8",
                "country": "CA"
              },
              "buyer": {
                "name": "Lakeside Mercantile LLC",
                "street": "1200 Harbor Avenue",
                "city": "Buffalo",
                "region": "NY",
                "postalCode": "14202",
                "country": "US"
              },
              "saleDate": "2026-11-19",
              "incoterm": "DAP",
              "relatedParty": false,
              "assists": [],
              "charges": [
                {
                  "type": "freight",
                  "amountUsd": 18,
                  "included": true
                }
              ],
              "invoice": {
                "number": "INV-100234",
                "responsibleIndividual": "Export desk",
                "language": "en"
              },
              "packages": [
                {
                  "id": "CTN-1",
                  "type": "carton",
                  "marks": "WEB-100234 1/1",
                  "grossKg": "5",
                  "netKg": "4.32",
                  "contents": [
                    {
                      "lineId": "1",
                      "quantity": 24
                    }
                  ]
                }
              ],
              "metadata": {
                "channel": "web"
              },
              "totalValueUsd": 276,
              "lineCount": 1,
              "created": true
            }
          ]
        }
      },
      "Orders": {
        "summary": "A page",
        "value": {
          "data": [
            {
              "id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
              "externalId": "WEB-100234",
              "destinationCountry": "US",
              "destinationRegion": "NY",
              "destinationPostalCode": "14202",
              "items": [
                {
                  "productId": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
                  "quantity": 24,
                  "unitValueUsd": 11.5,
                  "uom": "C62",
                  "customsQty1": "2",
                  "customsQty2": "4.32",
                  "netWeightKg": "4.32",
                  "grossWeightKg": "5",
                  "lineId": "1",
                  "lineValueUsd": 276
                }
              ],
              "seller": {
                "name": "Maple Lane Outfitters Inc.",
                "street": "88 Wellington Street West",
                "city": "Toronto",
                "region": "ON",
                "postalCode": "M5J 2N8",
                "country": "CA"
              },
              "buyer": {
                "name": "Lakeside Mercantile LLC",
                "street": "1200 Harbor Avenue",
                "city": "Buffalo",
                "region": "NY",
                "postalCode": "14202",
                "country": "US"
              },
              "saleDate": "2026-11-19",
              "incoterm": "DAP",
              "relatedParty": false,
              "assists": [],
              "charges": [
                {
                  "type": "freight",
                  "amountUsd": 18,
                  "included": true
                }
              ],
              "invoice": {
                "number": "INV-100234",
                "responsibleIndividual": "Export desk",
                "language": "en"
              },
              "packages": [
                {
                  "id": "CTN-1",
                  "type": "carton",
                  "marks": "WEB-100234 1/1",
                  "grossKg": "5",
                  "netKg": "4.32",
                  "contents": [
                    {
                      "lineId": "1",
                      "quantity": 24
                    }
                  ]
                }
              ],
              "metadata": {
                "channel": "web"
              },
              "totalValueUsd": 276,
              "lineCount": 1
            }
          ],
          "next_cursor": null
        }
      },
      "OrderStored": {
        "summary": "The stored order",
        "value": {
          "id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
          "externalId": "WEB-100234",
          "destinationCountry": "US",
          "destinationRegion": "NY",
          "destinationPostalCode": "14202",
          "items": [
            {
              "productId": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
              "quantity": 24,
              "unitValueUsd": 11.5,
              "uom": "C62",
              "customsQty1": "2",
              "customsQty2": "4.32",
              "netWeightKg": "4.32",
              "grossWeightKg": "5",
              "lineId": "1",
              "lineValueUsd": 276
            }
          ],
          "seller": {
            "name": "Maple Lane Outfitters Inc.",
            "street": "88 Wellington Street West",
            "city": "Toronto",
            "region": "ON",
            "postalCode": "M5J 2N8",
            "country": "CA"
          },
          "buyer": {
            "name": "Lakeside Mercantile LLC",
            "street": "1200 Harbor Avenue",
            "city": "Buffalo",
            "region": "NY",
            "postalCode": "14202",
            "country": "US"
          },
          "saleDate": "2026-11-19",
          "incoterm": "DAP",
          "relatedParty": false,
          "assists": [],
          "charges": [
            {
              "type": "freight",
              "amountUsd": 18,
              "included": true
            }
          ],
          "invoice": {
            "number": "INV-100234",
            "responsibleIndividual": "Export desk",
            "language": "en"
          },
          "packages": [
            {
              "id": "CTN-1",
              "type": "carton",
              "marks": "WEB-100234 1/1",
              "grossKg": "5",
              "netKg": "4.32",
              "contents": [
                {
                  "lineId": "1",
                  "quantity": 24
                }
              ]
            }
          ],
          "metadata": {
            "channel": "web"
          },
          "totalValueUsd": 276,
          "lineCount": 1
        }
      },
      "ProductsSync": {
        "summary": "A product with its customs facts",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "items": [
            {
              "externalId": "BOOK-A5-10",
              "description": "Exercise books A5, ruled, 60 sheets, box of 10",
              "htsCode": "4820.20.00.00",
              "countryOfOrigin": "CA",
              "uom": "C62",
              "manufacturer": {
                "name": "Prairie Paper Works Ltd.",
                "street": "410 Industrial Way",
                "city": "Winnipeg",
                "region": "MB",
                "postalCode": "R2X 2V1",
                "country": "CA"
              },
              "unitNetWeightG": "1450",
              "preference": {
                "program": "USMCA"
              },
              "provenance": {
                "countryOfOrigin": {
                  "source": "owner",
                  "reference": "Maker declaration 2026-10"
                },
                "htsCode": {
                  "source": "broker"
                }
              }
            }
          ]
        }
      },
      "ProductsSynced": {
        "summary": "The stored product",
        "value": {
          "data": [
            {
              "id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
              "externalId": "BOOK-A5-10",
              "description": "Exercise books A5, ruled, 60 sheets, box of 10",
              "htsCode": "4820200000",
              "countryOfOrigin": "CA",
              "uom": "C62",
              "manufacturer": {
                "name": "Prairie Paper Works Ltd.",
                "street": "410 Industrial Way",
                "city": "Winnipeg",
                "region": "MB",
                "postalCode": "R2X 2V1",
                "country": "CA"
              },
              "unitNetWeightG": "1450",
              "preference": {
                "program": "USMCA"
              },
              "provenance": {
                "countryOfOrigin": {
                  "source": "owner",
                  "reference": "Maker declaration 2026-10"
                },
                "htsCode": {
                  "source": "broker"
                }
              },
              "sku": "BOOK-A5-10",
              "created": true
            }
          ]
        }
      },
      "Products": {
        "summary": "A page",
        "value": {
          "data": [
            {
              "id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
              "externalId": "BOOK-A5-10",
              "description": "Exercise books A5, ruled, 60 sheets, box of 10",
              "htsCode": "4820200000",
              "countryOfOrigin": "CA",
              "uom": "C62",
              "manufacturer": {
                "name": "Prairie Paper Works Ltd.",
                "street": "410 Industrial Way",
                "city": "Winnipeg",
                "region": "MB",
                "postalCode": "R2X 2V1",
                "country": "CA"
              },
              "unitNetWeightG": "1450",
              "preference": {
                "program": "USMCA"
              },
              "provenance": {
                "countryOfOrigin": {
                  "source": "owner",
                  "reference": "Maker declaration 2026-10"
                },
                "htsCode": {
                  "source": "broker"
                }
              },
              "sku": "BOOK-A5-10"
            }
          ],
          "next_cursor": null
        }
      },
      "ProductStored": {
        "summary": "The stored product",
        "value": {
          "id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
          "externalId": "BOOK-A5-10",
          "description": "Exercise books A5, ruled, 60 sheets, box of 10",
          "htsCode": "4820200000",
          "countryOfOrigin": "CA",
          "uom": "C62",
          "manufacturer": {
            "name": "Prairie Paper Works Ltd.",
            "street": "410 Industrial Way",
            "city": "Winnipeg",
            "region": "MB",
            "postalCode": "R2X 2V1",
            "country": "CA"
          },
          "unitNetWeightG": "1450",
          "preference": {
            "program": "USMCA"
          },
          "provenance": {
            "countryOfOrigin": {
              "source": "owner",
              "reference": "Maker declaration 2026-10"
            },
            "htsCode": {
              "source": "broker"
            }
          },
          "sku": "BOOK-A5-10"
        }
      },
      "WarehousesSync": {
        "summary": "A warehouse in Canada",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "items": [
            {
              "externalId": "YYZ-1",
              "address": {
                "name": "Maple Lane Outfitters – Mississauga DC",
                "street": "6500 Airport Road",
                "city": "Mississauga",
                "region": "ON",
                "postalCode": "L4V 1E8",
                "country": "CA"
              },
              "portOfEntry": "0901",
              "modeOfTransport": "truck",
              "carrierScac": "ABCD",
              "notification": {
                "channel": "none",
                "instructions": "Load by order number."
              }
            }
          ]
        }
      },
      "WarehousesSynced": {
        "summary": "The stored warehouse",
        "value": {
          "data": [
            {
              "id": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
              "externalId": "YYZ-1",
              "address": {
                "name": "Maple Lane Outfitters – Mississauga DC",
                "street": "6500 Airport Road",
                "city": "Mississauga",
                "region": "ON",
                "postalCode": "L4V 1E8",
                "country": "CA"
              },
              "portOfEntry": "0901",
              "modeOfTransport": "truck",
              "carrierScac": "ABCD",
              "notification": {
                "channel": "none",
                "instructions": "Load by order number.",
                "secretSet": false
              },
              "created": true
            }
          ]
        }
      },
      "Warehouses": {
        "summary": "A page",
        "value": {
          "data": [
            {
              "id": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
              "externalId": "YYZ-1",
              "address": {
                "name": "Maple Lane Outfitters – Mississauga DC",
                "street": "6500 Airport Road",
                "city": "Mississauga",
                "region": "ON",
                "postalCode": "L4V 1E8",
                "country": "CA"
              },
              "portOfEntry": "0901",
              "modeOfTransport": "truck",
              "carrierScac": "ABCD",
              "notification": {
                "channel": "none",
                "instructions": "Load by order number.",
                "secretSet": false
              }
            }
          ],
          "next_cursor": null
        }
      },
      "WarehouseStored": {
        "summary": "The stored warehouse",
        "value": {
          "id": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
          "externalId": "YYZ-1",
          "address": {
            "name": "Maple Lane Outfitters – Mississauga DC",
            "street": "6500 Airport Road",
            "city": "Mississauga",
            "region": "ON",
            "postalCode": "L4V 1E8",
            "country": "CA"
          },
          "portOfEntry": "0901",
          "modeOfTransport": "truck",
          "carrierScac": "ABCD",
          "notification": {
            "channel": "none",
            "instructions": "Load by order number.",
            "secretSet": false
          }
        }
      },
      "BrokersSync": {
        "summary": "A broker who takes e-mail",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "items": [
            {
              "externalId": "BROKER-1",
              "name": "Example Customs Brokerage",
              "filerCode": "X9Z",
              "poaOnFile": true,
              "submission": {
                "type": "email",
                "email": "entries@broker.example"
              }
            }
          ]
        }
      },
      "BrokersSynced": {
        "summary": "The stored broker",
        "value": {
          "data": [
            {
              "id": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
              "externalId": "BROKER-1",
              "name": "Example Customs Brokerage",
              "filerCode": "X9Z",
              "poaOnFile": true,
              "submission": {
                "type": "email",
                "email": "entries@broker.example",
                "policy": "at_least_once",
                "keyWindowSeconds": 86400,
                "queryable": true,
                "settleSeconds": 60,
                "maxBodyBytes": 8388608,
                "concurrency": 1,
                "secretSet": false
              },
              "created": true
            }
          ]
        }
      },
      "Brokers": {
        "summary": "A page",
        "value": {
          "data": [
            {
              "id": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
              "externalId": "BROKER-1",
              "name": "Example Customs Brokerage",
              "filerCode": "X9Z",
              "poaOnFile": true,
              "submission": {
                "type": "email",
                "email": "entries@broker.example",
                "policy": "at_least_once",
                "keyWindowSeconds": 86400,
                "queryable": true,
                "settleSeconds": 60,
                "maxBodyBytes": 8388608,
                "concurrency": 1,
                "secretSet": false
              }
            }
          ],
          "next_cursor": null
        }
      },
      "BrokerStored": {
        "summary": "The stored broker",
        "value": {
          "id": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
          "externalId": "BROKER-1",
          "name": "Example Customs Brokerage",
          "filerCode": "X9Z",
          "poaOnFile": true,
          "submission": {
            "type": "email",
            "email": "entries@broker.example",
            "policy": "at_least_once",
            "keyWindowSeconds": 86400,
            "queryable": true,
            "settleSeconds": 60,
            "maxBodyBytes": 8388608,
            "concurrency": 1,
            "secretSet": false
          }
        }
      },
      "WebhookRegister": {
        "summary": "An endpoint for two kinds of events",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "externalId": "WMS",
          "url": "https://wms.example/hooks/entrygo",
          "events": [
            "EXPORT_EXECUTED",
            "BROKER_SUBMISSION_SENT"
          ]
        }
      },
      "WebhookRegistered": {
        "summary": "With its secret, this once",
        "value": {
          "id": "whk_01k9m4wv7n3q8s2t5x1z6b9d4f",
          "externalId": "WMS",
          "url": "https://wms.example/hooks/entrygo",
          "events": [
            "EXPORT_EXECUTED",
            "BROKER_SUBMISSION_SENT"
          ],
          "active": true,
          "created": true,
          "old_secret_until": null,
          "pending_count": 0,
          "recent_deliveries": [],
          "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDoUE3w8Nz5yA="
        }
      },
      "WebhookUpdated": {
        "summary": "The endpoint as it is now",
        "value": {
          "id": "whk_01k9m4wv7n3q8s2t5x1z6b9d4f",
          "externalId": "WMS",
          "url": "https://wms.example/hooks/entrygo",
          "events": [
            "EXPORT_EXECUTED",
            "BROKER_SUBMISSION_SENT"
          ],
          "active": true,
          "created": false,
          "old_secret_until": null,
          "pending_count": 0,
          "recent_deliveries": []
        }
      },
      "WebhookRotated": {
        "summary": "The new secret; the old one signs for another day",
        "value": {
          "id": "whk_01k9m4wv7n3q8s2t5x1z6b9d4f",
          "externalId": "WMS",
          "url": "https://wms.example/hooks/entrygo",
          "events": [
            "EXPORT_EXECUTED",
            "BROKER_SUBMISSION_SENT"
          ],
          "active": true,
          "created": false,
          "old_secret_until": "2026-11-22T15:04:05.000Z",
          "pending_count": 0,
          "recent_deliveries": [],
          "secret": "whsec_rnQ2cG9sbGVuIGFuZCBhIG5ldyBzZWNyZXQgaGVyZQ=="
        }
      },
      "WebhookAct": {
        "summary": "The account",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2"
        }
      },
      "WebhookTested": {
        "summary": "A test that is queued",
        "value": {
          "message_id": "evt_01k9m4wx5c8f1h4k7m0p3r6t9v",
          "export_id": null,
          "status": "prepared",
          "created_at": "2026-11-21T15:04:05.000Z",
          "attempts": [],
          "next_attempt_at": null
        }
      },
      "WebhookReplay": {
        "summary": "From the third event on",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "exportId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "after": 2
        }
      },
      "WebhookReplayed": {
        "summary": "Queued",
        "value": {
          "webhook_id": "whk_01k9m4wv7n3q8s2t5x1z6b9d4f",
          "export_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "after": 2
        }
      },
      "Webhooks": {
        "summary": "One endpoint that took an event",
        "value": {
          "data": [
            {
              "id": "whk_01k9m4wv7n3q8s2t5x1z6b9d4f",
              "externalId": "WMS",
              "url": "https://wms.example/hooks/entrygo",
              "events": [
                "EXPORT_EXECUTED",
                "BROKER_SUBMISSION_SENT"
              ],
              "active": true,
              "created": false,
              "old_secret_until": null,
              "pending_count": 0,
              "recent_deliveries": [
                {
                  "message_id": "evt_01k9m4wq2j6n9x3z5b8d1g4s7v",
                  "export_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
                  "status": "sent",
                  "created_at": "2026-11-21T15:04:05.000Z",
                  "attempts": [
                    {
                      "n": 1,
                      "started_at": "2026-11-21T15:04:05.100Z",
                      "finished_at": "2026-11-21T15:04:05.230Z",
                      "outcome": "accepted",
                      "evidence": "http_204"
                    }
                  ],
                  "next_attempt_at": null
                }
              ]
            }
          ]
        }
      },
      "EventFeed": {
        "summary": "One event of one export",
        "value": {
          "data": [
            {
              "position": 4712,
              "export_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
              "event": {
                "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s7v",
                "seq": 1,
                "type": "EXPORT_PLANNED",
                "at": "2026-11-21T15:04:05.000Z",
                "data": {
                  "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
                  "readinessState": "READY"
                }
              }
            }
          ],
          "next_after": 4712,
          "has_more": false
        }
      },
      "EventMessage": {
        "summary": "An event on its way",
        "value": {
          "type": "EXPORT_PLANNED",
          "timestamp": "2026-11-21T15:04:05.000Z",
          "data": {
            "export_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
            "event": {
              "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s7v",
              "seq": 1,
              "type": "EXPORT_PLANNED",
              "at": "2026-11-21T15:04:05.000Z",
              "data": {
                "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
                "readinessState": "READY"
              }
            }
          }
        }
      },
      "PackingListFile": {
        "summary": "A packing list",
        "value": {
          "schema": "entrygo.packing_list/1",
          "packageNumber": "EG-20261121-7F3K9Q2M",
          "exportId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
          "issuedOn": "2026-11-21",
          "shipFrom": {
            "name": "Maple Lane Outfitters – Mississauga DC",
            "country": "CA"
          },
          "shipment": {
            "countryOfExport": "CA",
            "modeOfTransport": "truck"
          },
          "orders": [
            {
              "orderId": "ord_01k9m4wg2z5x8c1v4b7n0m3q6w",
              "externalId": "SO-10001",
              "consignee": null,
              "lines": [],
              "packages": []
            }
          ],
          "totals": {
            "orderCount": 1,
            "lineCount": 1,
            "packageCount": 0,
            "netWeightKg": "1.45",
            "grossWeightKg": null
          }
        }
      },
      "ProfilePut": {
        "summary": "Importer, bond, defaults and gate",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "seller": {
            "name": "Maple Lane Outfitters Inc.",
            "street": "88 Wellington Street West",
            "city": "Toronto",
            "region": "ON",
            "postalCode": "M5J 2N8",
            "country": "CA"
          },
          "importer": {
            "name": "Lakeside Mercantile LLC",
            "street": "1200 Harbor Avenue",
            "city": "Buffalo",
            "region": "NY",
            "postalCode": "14202",
            "country": "US",
            "iorNumber": "12-3456789XX",
            "isUsIor": true
          },
          "bond": {
            "type": "continuous",
            "number": "260001234"
          },
          "invoice": {
            "responsibleIndividual": "Export desk",
            "language": "en"
          },
          "orderDefaults": {
            "incoterm": "DAP",
            "relatedParty": false,
            "assists": []
          },
          "gate": {
            "mode": "server",
            "valueOverUsd": 25000,
            "flags": [
              "SECTION_232_METALS"
            ],
            "approvalTtlHours": 168
          }
        }
      },
      "ProfileStored": {
        "summary": "The stored profile",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "seller": {
            "name": "Maple Lane Outfitters Inc.",
            "street": "88 Wellington Street West",
            "city": "Toronto",
            "region": "ON",
            "postalCode": "M5J 2N8",
            "country": "CA"
          },
          "importer": {
            "name": "Lakeside Mercantile LLC",
            "street": "1200 Harbor Avenue",
            "city": "Buffalo",
            "region": "NY",
            "postalCode": "14202",
            "country": "US",
            "iorNumber": "12-3456789XX",
            "isUsIor": true
          },
          "bond": {
            "type": "continuous",
            "number": "260001234"
          },
          "invoice": {
            "responsibleIndividual": "Export desk",
            "language": "en"
          },
          "orderDefaults": {
            "incoterm": "DAP",
            "relatedParty": false,
            "assists": []
          },
          "gate": {
            "mode": "server",
            "valueOverUsd": 25000,
            "flags": [
              "SECTION_232_METALS"
            ],
            "approvalTtlHours": 168
          }
        }
      },
      "PlanNew": {
        "summary": "Plan one order",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "warehouseId": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
          "brokerId": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
          "orderIds": [
            "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
          ],
          "destinationCountry": "US",
          "asOf": "2026-11-21",
          "shipment": {
            "estimatedEntryDate": "2026-11-24"
          }
        }
      },
      "PlanDryRun": {
        "summary": "Decide without storing",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "warehouseId": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
          "brokerId": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
          "orderIds": [
            "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
          ],
          "dryRun": true
        }
      },
      "PlanReady": {
        "summary": "A READY plan",
        "value": {
          "exportId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "batch_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "state": "executable",
          "status": "planned",
          "warehouseId": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
          "brokerId": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
          "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
          "readinessState": "READY",
          "validationMessages": [
            {
              "code": "NOTICE",
              "severity": "INFO",
              "message": "The shipment is worth 276.00 USD, not over 2,500 USD: an informal entry (type 11) is possible.",
              "ruleId": "ENT-07",
              "ruleRevision": "2026-11-21",
              "pointer": "/shipment",
              "fix": {
                "field": "shipment.entryType",
                "example": "11",
                "who": "broker"
              },
              "citation": "19 CFR 143.21",
              "confidence": "M"
            }
          ],
          "flags": [
            "SECTION_301_FORCED_LABOR",
            "USMCA_CLAIMED"
          ],
          "missing_data": [],
          "included_order_ids": [
            "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
          ],
          "excluded_order_ids": [],
          "excluded": [],
          "export_units": [
            {
              "id": "exu_01k9m4wr5t8y1p4a7s0d3f6g9h",
              "order_ids": [
                "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
              ],
              "importer": "12-3456789XX",
              "entry_type": "11",
              "value_usd": 276,
              "gross_kg": "5",
              "line_count": 1
            }
          ],
          "strategy": {
            "hint": "INFORMAL_11",
            "reasons": [
              "The shipment is worth 276.00 USD."
            ]
          },
          "treatments": [
            {
              "order_id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
              "line_id": "1",
              "product_id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
              "htsCode": "4820200000",
              "countryOfOrigin": "CA",
              "trade_actions": [
                {
                  "heading": "9903.05.93",
                  "program": "SECTION_301_FORCED_LABOR",
                  "rate": "No duty",
                  "basis": "fullValue",
                  "status": "applies",
                  "why": "Goods of Canada with a USMCA claim are exempt.",
                  "citation": "Memorandum of 2026-07-23; U.S. note 52",
                  "ruleId": "X301-02"
                }
              ],
              "pga": []
            }
          ],
          "rulePack": {
            "id": "us",
            "version": "2026.10",
            "asOf": "2026-11-21",
            "validFrom": "2026-09-29",
            "validThrough": "2026-11-30",
            "digest": "sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f",
            "groups": [
              "A232",
              "ADC",
              "C232",
              "DATA",
              "ENT",
              "INV",
              "M232",
              "ORG",
              "P232",
              "PGA",
              "PTY",
              "T232",
              "TRN",
              "U232",
              "W232",
              "X122",
              "X201",
              "X301",
              "X338",
              "XEEP",
              "Y232"
            ]
          },
          "policy": {
            "requiresApproval": false,
            "because": []
          },
          "next_recommended_action": "EXECUTE"
        }
      },
      "PlanReview": {
        "summary": "A plan that asks for a review",
        "value": {
          "exportId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "batch_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "state": "awaiting_approval",
          "status": "planned",
          "warehouseId": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
          "brokerId": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
          "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
          "readinessState": "REVIEW_REQUIRED",
          "validationMessages": [
            {
              "code": "MISSING_DATA",
              "severity": "REVIEW",
              "message": "The order does not say whether seller and buyer are related. Give relatedParty as true or false.",
              "ruleId": "INV-11",
              "ruleRevision": "2026-11-21",
              "pointer": "/orders/ord_01k9m4wg8c4b1z9q7v2x5n0h3d/relatedParty",
              "order_id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
              "fix": {
                "field": "relatedParty",
                "example": "false",
                "who": "owner"
              },
              "citation": "19 CFR 141.86(a)(11), 152.103",
              "confidence": "M"
            },
            {
              "code": "NOTICE",
              "severity": "INFO",
              "message": "The shipment is worth 276.00 USD, not over 2,500 USD: an informal entry (type 11) is possible.",
              "ruleId": "ENT-07",
              "ruleRevision": "2026-11-21",
              "pointer": "/shipment",
              "fix": {
                "field": "shipment.entryType",
                "example": "11",
                "who": "broker"
              },
              "citation": "19 CFR 143.21",
              "confidence": "M"
            }
          ],
          "flags": [
            "SECTION_301_FORCED_LABOR",
            "USMCA_CLAIMED"
          ],
          "missing_data": [
            {
              "order_id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
              "field": "relatedParty",
              "pointer": "/orders/ord_01k9m4wg8c4b1z9q7v2x5n0h3d/relatedParty",
              "requiredBy": [
                "INV-11"
              ],
              "releases": [
                "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
              ]
            }
          ],
          "included_order_ids": [
            "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
          ],
          "excluded_order_ids": [],
          "excluded": [],
          "export_units": [
            {
              "id": "exu_01k9m4wr5t8y1p4a7s0d3f6g9h",
              "order_ids": [
                "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
              ],
              "importer": "12-3456789XX",
              "entry_type": "11",
              "value_usd": 276,
              "gross_kg": "5",
              "line_count": 1
            }
          ],
          "strategy": {
            "hint": "INFORMAL_11",
            "reasons": [
              "The shipment is worth 276.00 USD."
            ]
          },
          "treatments": [
            {
              "order_id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
              "line_id": "1",
              "product_id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
              "htsCode": "4820200000",
              "countryOfOrigin": "CA",
              "trade_actions": [
                {
                  "heading": "9903.05.93",
                  "program": "SECTION_301_FORCED_LABOR",
                  "rate": "No duty",
                  "basis": "fullValue",
                  "status": "applies",
                  "why": "Goods of Canada with a USMCA claim are exempt.",
                  "citation": "Memorandum of 2026-07-23; U.S. note 52",
                  "ruleId": "X301-02"
                }
              ],
              "pga": []
            }
          ],
          "rulePack": {
            "id": "us",
            "version": "2026.10",
            "asOf": "2026-11-21",
            "validFrom": "2026-09-29",
            "validThrough": "2026-11-30",
            "digest": "sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f",
            "groups": [
              "A232",
              "ADC",
              "C232",
              "DATA",
              "ENT",
              "INV",
              "M232",
              "ORG",
              "P232",
              "PGA",
              "PTY",
              "T232",
              "TRN",
              "U232",
              "W232",
              "X122",
              "X201",
              "X301",
              "X338",
              "XEEP",
              "Y232"
            ]
          },
          "policy": {
            "requiresApproval": true,
            "because": [
              "REVIEW_REQUIRED"
            ]
          },
          "next_recommended_action": "REVIEW_AND_APPROVE"
        }
      },
      "PlanBlocked": {
        "summary": "A blocked plan that names the gap",
        "value": {
          "exportId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "batch_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "state": "blocked",
          "status": "planned",
          "warehouseId": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
          "brokerId": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
          "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
          "readinessState": "BLOCKED",
          "validationMessages": [
            {
              "code": "MISSING_DATA",
              "severity": "BLOCK",
              "message": "No country of origin is given. Give the ISO 3166-1 alpha-2 code of the country in which the article was made.",
              "ruleId": "INV-07",
              "ruleRevision": "2026-11-21",
              "pointer": "/products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin",
              "product_id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
              "fix": {
                "field": "countryOfOrigin",
                "example": "CA",
                "who": "owner"
              },
              "citation": "19 CFR 141.86(a)(10); 19 USC 1304",
              "confidence": "M"
            }
          ],
          "flags": [
            "ORDERS_EXCLUDED",
            "SECTION_301_FORCED_LABOR"
          ],
          "missing_data": [
            {
              "product_id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
              "field": "countryOfOrigin",
              "pointer": "/products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin",
              "requiredBy": [
                "INV-07"
              ],
              "releases": [
                "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
              ]
            }
          ],
          "included_order_ids": [],
          "excluded_order_ids": [
            "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
          ],
          "excluded": [
            {
              "order_id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
              "rule_ids": [
                "INV-07"
              ],
              "release": {
                "field": "countryOfOrigin",
                "pointer": "/products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin",
                "allowed": [
                  "CA"
                ]
              }
            }
          ],
          "export_units": [],
          "strategy": {
            "hint": "HOLD",
            "reasons": [
              "Nothing can be entered."
            ]
          },
          "treatments": [
            {
              "order_id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
              "line_id": "1",
              "product_id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
              "htsCode": "4820200000",
              "countryOfOrigin": null,
              "trade_actions": [
                {
                  "heading": null,
                  "program": "SECTION_301_FORCED_LABOR",
                  "rate": "Depends on the country of origin",
                  "basis": "fullValue",
                  "status": "needs_answer",
                  "why": "Whether this action applies depends on the country of origin, which is not stated.",
                  "citation": "Memorandum of 2026-07-23; U.S. note 52",
                  "ruleId": "X301-02",
                  "asks": [
                    "countryOfOrigin"
                  ]
                }
              ],
              "pga": []
            }
          ],
          "rulePack": {
            "id": "us",
            "version": "2026.10",
            "asOf": "2026-11-21",
            "validFrom": "2026-09-29",
            "validThrough": "2026-11-30",
            "digest": "sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f",
            "groups": [
              "A232",
              "ADC",
              "C232",
              "DATA",
              "ENT",
              "INV",
              "M232",
              "ORG",
              "P232",
              "PGA",
              "PTY",
              "T232",
              "TRN",
              "U232",
              "W232",
              "X122",
              "X201",
              "X301",
              "X338",
              "XEEP",
              "Y232"
            ]
          },
          "policy": {
            "requiresApproval": false,
            "because": []
          },
          "next_recommended_action": "SUPPLY_MISSING_DATA"
        }
      },
      "PlanOfDryRun": {
        "summary": "A dry run",
        "value": {
          "exportId": "batch_dry_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "batch_id": "batch_dry_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "state": "dry_run",
          "status": "dry_run",
          "warehouseId": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
          "brokerId": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
          "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
          "readinessState": "READY",
          "validationMessages": [
            {
              "code": "NOTICE",
              "severity": "INFO",
              "message": "The shipment is worth 276.00 USD, not over 2,500 USD: an informal entry (type 11) is possible.",
              "ruleId": "ENT-07",
              "ruleRevision": "2026-11-21",
              "pointer": "/shipment",
              "fix": {
                "field": "shipment.entryType",
                "example": "11",
                "who": "broker"
              },
              "citation": "19 CFR 143.21",
              "confidence": "M"
            }
          ],
          "flags": [
            "SECTION_301_FORCED_LABOR",
            "USMCA_CLAIMED"
          ],
          "missing_data": [],
          "included_order_ids": [
            "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
          ],
          "excluded_order_ids": [],
          "excluded": [],
          "export_units": [
            {
              "id": "exu_01k9m4wr5t8y1p4a7s0d3f6g9h",
              "order_ids": [
                "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
              ],
              "importer": "12-3456789XX",
              "entry_type": "11",
              "value_usd": 276,
              "gross_kg": "5",
              "line_count": 1
            }
          ],
          "strategy": {
            "hint": "INFORMAL_11",
            "reasons": [
              "The shipment is worth 276.00 USD."
            ]
          },
          "treatments": [
            {
              "order_id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
              "line_id": "1",
              "product_id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
              "htsCode": "4820200000",
              "countryOfOrigin": "CA",
              "trade_actions": [
                {
                  "heading": "9903.05.93",
                  "program": "SECTION_301_FORCED_LABOR",
                  "rate": "No duty",
                  "basis": "fullValue",
                  "status": "applies",
                  "why": "Goods of Canada with a USMCA claim are exempt.",
                  "citation": "Memorandum of 2026-07-23; U.S. note 52",
                  "ruleId": "X301-02"
                }
              ],
              "pga": []
            }
          ],
          "rulePack": {
            "id": "us",
            "version": "2026.10",
            "asOf": "2026-11-21",
            "validFrom": "2026-09-29",
            "validThrough": "2026-11-30",
            "digest": "sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f",
            "groups": [
              "A232",
              "ADC",
              "C232",
              "DATA",
              "ENT",
              "INV",
              "M232",
              "ORG",
              "P232",
              "PGA",
              "PTY",
              "T232",
              "TRN",
              "U232",
              "W232",
              "X122",
              "X201",
              "X301",
              "X338",
              "XEEP",
              "Y232"
            ]
          },
          "policy": {
            "requiresApproval": false,
            "because": []
          },
          "next_recommended_action": "PLAN"
        }
      },
      "Snapshot": {
        "summary": "What a planHash stands for",
        "value": {
          "decision": {
            "excluded": [],
            "findings": [
              {
                "code": "NOTICE",
                "pointer": "/shipment",
                "ruleId": "ENT-07",
                "ruleRevision": "2026-11-21",
                "severity": "INFO"
              }
            ],
            "included": [
              "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
            ],
            "readiness": "READY",
            "strategy": "INFORMAL_11",
            "treatments": [
              {
                "countryOfOrigin": "CA",
                "htsCode": "4820200000",
                "line_id": "1",
                "order_id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
                "pga": [],
                "product_id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
                "trade_actions": [
                  {
                    "heading": "9903.05.93",
                    "program": "SECTION_301_FORCED_LABOR",
                    "rate": "No duty",
                    "basis": "fullValue",
                    "status": "applies",
                    "ruleId": "X301-02"
                  }
                ]
              }
            ],
            "units": [
              {
                "entryType": "11",
                "orders": [
                  "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
                ]
              }
            ]
          },
          "inputs": {
            "broker": {
              "name": "Example Customs Brokerage"
            },
            "orders": {
              "ord_01k9m4wg8c4b1z9q7v2x5n0h3d": {
                "destinationCountry": "US",
                "items": [
                  {
                    "productId": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
                    "quantity": 12,
                    "unitValueUsd": 23
                  }
                ]
              }
            },
            "products": {
              "prod_01k9m4wd3x7w0y4r6m1s8t5k2j": {
                "countryOfOrigin": "CA",
                "description": "Exercise books A5, ruled, 60 sheets, box of 10",
                "htsCode": "4820200000"
              }
            },
            "profile": {},
            "shipment": {
              "estimatedEntryDate": "2026-11-24"
            },
            "warehouse": {
              "countryCode": "CA",
              "name": "Example North Warehouse"
            }
          },
          "v": 1
        }
      },
      "Diff": {
        "summary": "A country of origin was given, and the plan became READY",
        "value": {
          "exportId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
          "against": "sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f",
          "readiness": {
            "before": "BLOCKED",
            "after": "READY"
          },
          "differences": [
            {
              "pointer": "/inputs/products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin",
              "cause": "data",
              "after": "CA"
            },
            {
              "pointer": "/decision/readiness",
              "cause": "data",
              "before": "BLOCKED",
              "after": "READY"
            },
            {
              "pointer": "/decision/findings/INV-07/MISSING_DATA/~1products~1prod_01k9m4wd3x7w0y4r6m1s8t5k2j~1countryOfOrigin",
              "cause": "data",
              "before": {
                "code": "MISSING_DATA",
                "pointer": "/products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin",
                "ruleId": "INV-07",
                "ruleRevision": "2026-11-21",
                "severity": "BLOCK"
              }
            }
          ],
          "truncated": 0
        }
      },
      "Rule": {
        "summary": "A rule with its one record",
        "value": {
          "data": [
            {
              "ruleId": "INV-07",
              "variant": null,
              "group": "INV",
              "scope": "product",
              "severity": "BLOCK",
              "messages": {
                "MISSING_DATA": "No country of origin is given. Give the ISO 3166-1 alpha-2 code of the country in which the article was made."
              },
              "fix": {
                "field": "countryOfOrigin",
                "example": "CA",
                "who": "owner"
              },
              "reads": [
                "countryOfOrigin"
              ],
              "citation": "19 CFR 141.86(a)(10); 19 USC 1304",
              "confidence": "M",
              "effectiveFrom": null,
              "effectiveTo": null,
              "recordedAt": "2026-11-21"
            }
          ]
        }
      },
      "ApprovalGiven": {
        "summary": "A person approves",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
          "reason": "Related-party status confirmed with finance.",
          "actor": {
            "type": "person",
            "name": "Customs desk, Toronto"
          }
        }
      },
      "ApprovalStored": {
        "summary": "The approval",
        "value": {
          "id": "apr_01k9m4wp3j8q1w5e7r2t6y9a4s",
          "export_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
          "actor": {
            "type": "person",
            "name": "Customs desk, Toronto"
          },
          "reason": "Related-party status confirmed with finance.",
          "approved_at": "2026-11-21T15:03:30.000Z",
          "expires_at": "2026-11-28T15:03:30.000Z",
          "live": true
        }
      },
      "ExecuteApproved": {
        "summary": "Execute the approved plan",
        "value": {
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "batchId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
          "idempotencyKey": "nightly-2026-11-21:execute"
        }
      },
      "Executed": {
        "summary": "Package made, hand-off prepared",
        "value": {
          "exportId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "batch_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
          "state": "handing_off",
          "status": "executed",
          "customs_package_id": "cp_01k9m4wn0h5k8m2v4t7w1c6e3x",
          "artifacts": [
            {
              "artifact_type": "cci_human_readable",
              "filename": "commercial_customs_invoice.html",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 6412,
              "media_type": "text/html; charset=utf-8"
            },
            {
              "artifact_type": "cci_csv",
              "filename": "commercial_customs_invoice.csv",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 1893,
              "media_type": "text/csv; charset=utf-8"
            },
            {
              "artifact_type": "cci_json",
              "filename": "commercial_customs_invoice.json",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 4127,
              "media_type": "application/json"
            },
            {
              "artifact_type": "packing_list",
              "filename": "packing_list.json",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 911,
              "media_type": "application/json"
            },
            {
              "artifact_type": "manifest",
              "filename": "manifest.json",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 1204,
              "media_type": "application/json"
            }
          ],
          "notifications": [
            {
              "id": "ntf_01k9m4wq0a3s6d9f2g5h8j1k4z",
              "kind": "warehouse",
              "channel": "none",
              "recipient": null,
              "status": "recorded",
              "at": "2026-11-21T15:04:05.000Z",
              "attempts": []
            }
          ],
          "broker_submission": {
            "id": "sub_4kq7z2m9x1v8c3n6b5a0s7d2f",
            "submission_type": "email",
            "status": "prepared",
            "recipient_email": "entries@broker.example",
            "subject": "Customs package EG-20261121-7F3K9Q2M",
            "sent_at": null,
            "error_message": null,
            "revision": 1,
            "attempts": [],
            "duplicate_possible": false,
            "next_attempt_at": null
          },
          "next_recommended_action": "WAIT"
        }
      },
      "Inspected": {
        "summary": "A completed export",
        "value": {
          "exportId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "batch_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "state": "completed",
          "status": "executed",
          "created_at": "2026-11-21T15:03:00.000Z",
          "warehouseId": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
          "brokerId": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
          "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
          "readinessState": "READY",
          "validationMessages": [
            {
              "code": "NOTICE",
              "severity": "INFO",
              "message": "The shipment is worth 276.00 USD, not over 2,500 USD: an informal entry (type 11) is possible.",
              "ruleId": "ENT-07",
              "ruleRevision": "2026-11-21",
              "pointer": "/shipment",
              "fix": {
                "field": "shipment.entryType",
                "example": "11",
                "who": "broker"
              },
              "citation": "19 CFR 143.21",
              "confidence": "M"
            }
          ],
          "flags": [
            "SECTION_301_FORCED_LABOR",
            "USMCA_CLAIMED"
          ],
          "missing_data": [],
          "included_order_ids": [
            "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
          ],
          "excluded_order_ids": [],
          "excluded": [],
          "export_units": [
            {
              "id": "exu_01k9m4wr5t8y1p4a7s0d3f6g9h",
              "order_ids": [
                "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
              ],
              "importer": "12-3456789XX",
              "entry_type": "11",
              "value_usd": 276,
              "gross_kg": "5",
              "line_count": 1
            }
          ],
          "strategy": {
            "hint": "INFORMAL_11",
            "reasons": [
              "The shipment is worth 276.00 USD."
            ]
          },
          "treatments": [
            {
              "order_id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
              "line_id": "1",
              "product_id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
              "htsCode": "4820200000",
              "countryOfOrigin": "CA",
              "trade_actions": [
                {
                  "heading": "9903.05.93",
                  "program": "SECTION_301_FORCED_LABOR",
                  "rate": "No duty",
                  "basis": "fullValue",
                  "status": "applies",
                  "why": "Goods of Canada with a USMCA claim are exempt.",
                  "citation": "Memorandum of 2026-07-23; U.S. note 52",
                  "ruleId": "X301-02"
                }
              ],
              "pga": []
            }
          ],
          "rulePack": {
            "id": "us",
            "version": "2026.10",
            "asOf": "2026-11-21",
            "validFrom": "2026-09-29",
            "validThrough": "2026-11-30",
            "digest": "sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f",
            "groups": [
              "A232",
              "ADC",
              "C232",
              "DATA",
              "ENT",
              "INV",
              "M232",
              "ORG",
              "P232",
              "PGA",
              "PTY",
              "T232",
              "TRN",
              "U232",
              "W232",
              "X122",
              "X201",
              "X301",
              "X338",
              "XEEP",
              "Y232"
            ]
          },
          "policy": {
            "requiresApproval": false,
            "because": []
          },
          "next_recommended_action": "NONE",
          "plan": {
            "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
            "plan_number": 1,
            "planned_at": "2026-11-21T15:03:00.000Z",
            "warehouseId": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
            "brokerId": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
            "destinationCountry": "US",
            "decision": {
              "readiness": "READY",
              "included": [
                "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
              ],
              "excluded": [],
              "findings": [
                {
                  "ruleId": "ENT-07",
                  "ruleRevision": "2026-11-21",
                  "code": "NOTICE",
                  "severity": "INFO",
                  "pointer": "/shipment"
                }
              ],
              "treatments": [
                {
                  "order_id": "ord_01k9m4wg8c4b1z9q7v2x5n0h3d",
                  "line_id": "1",
                  "product_id": "prod_01k9m4wd3x7w0y4r6m1s8t5k2j",
                  "htsCode": "4820200000",
                  "countryOfOrigin": "CA",
                  "trade_actions": [
                    {
                      "heading": "9903.05.93",
                      "program": "SECTION_301_FORCED_LABOR",
                      "rate": "No duty",
                      "basis": "fullValue",
                      "status": "applies",
                      "ruleId": "X301-02"
                    }
                  ],
                  "pga": []
                }
              ],
              "units": [
                {
                  "orders": [
                    "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
                  ],
                  "entryType": "11"
                }
              ],
              "strategy": "INFORMAL_11"
            }
          },
          "customs_package_id": "cp_01k9m4wn0h5k8m2v4t7w1c6e3x",
          "customs_package": {
            "id": "cp_01k9m4wn0h5k8m2v4t7w1c6e3x",
            "exportBatchId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
            "packageNumber": "EG-20261121-7F3K9Q2M",
            "state": "handed_off",
            "createdAt": "2026-11-21T15:04:05.000Z",
            "artifacts": [
              {
                "artifact_type": "cci_human_readable",
                "filename": "commercial_customs_invoice.html",
                "generated_at": "2026-11-21T15:04:05.000Z",
                "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
                "size": 6412,
                "media_type": "text/html; charset=utf-8"
              },
              {
                "artifact_type": "cci_csv",
                "filename": "commercial_customs_invoice.csv",
                "generated_at": "2026-11-21T15:04:05.000Z",
                "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
                "size": 1893,
                "media_type": "text/csv; charset=utf-8"
              },
              {
                "artifact_type": "cci_json",
                "filename": "commercial_customs_invoice.json",
                "generated_at": "2026-11-21T15:04:05.000Z",
                "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
                "size": 4127,
                "media_type": "application/json"
              },
              {
                "artifact_type": "packing_list",
                "filename": "packing_list.json",
                "generated_at": "2026-11-21T15:04:05.000Z",
                "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
                "size": 911,
                "media_type": "application/json"
              },
              {
                "artifact_type": "manifest",
                "filename": "manifest.json",
                "generated_at": "2026-11-21T15:04:05.000Z",
                "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
                "size": 1204,
                "media_type": "application/json"
              }
            ]
          },
          "artifacts": [
            {
              "artifact_type": "cci_human_readable",
              "filename": "commercial_customs_invoice.html",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 6412,
              "media_type": "text/html; charset=utf-8"
            },
            {
              "artifact_type": "cci_csv",
              "filename": "commercial_customs_invoice.csv",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 1893,
              "media_type": "text/csv; charset=utf-8"
            },
            {
              "artifact_type": "cci_json",
              "filename": "commercial_customs_invoice.json",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 4127,
              "media_type": "application/json"
            },
            {
              "artifact_type": "packing_list",
              "filename": "packing_list.json",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 911,
              "media_type": "application/json"
            },
            {
              "artifact_type": "manifest",
              "filename": "manifest.json",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 1204,
              "media_type": "application/json"
            }
          ],
          "notifications": [
            {
              "id": "ntf_01k9m4wq0a3s6d9f2g5h8j1k4z",
              "kind": "warehouse",
              "channel": "none",
              "recipient": null,
              "status": "recorded",
              "at": "2026-11-21T15:04:05.000Z",
              "attempts": []
            }
          ],
          "broker_submission": {
            "id": "sub_4kq7z2m9x1v8c3n6b5a0s7d2f",
            "submission_type": "email",
            "status": "sent",
            "recipient_email": "entries@broker.example",
            "subject": "Customs package EG-20261121-7F3K9Q2M",
            "sent_at": "2026-11-21T15:04:06.000Z",
            "error_message": null,
            "revision": 1,
            "attempts": [
              {
                "n": 1,
                "started_at": "2026-11-21T15:04:05.500Z",
                "finished_at": "2026-11-21T15:04:06.000Z",
                "outcome": "accepted",
                "evidence": "smtp_250"
              }
            ],
            "duplicate_possible": false,
            "next_attempt_at": null
          },
          "previous_submissions": [],
          "approvals": [],
          "events": [
            {
              "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s01",
              "seq": 1,
              "type": "EXPORT_PLANNED",
              "at": "2026-11-21T15:04:05.000Z",
              "data": {
                "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
                "readinessState": "READY"
              }
            },
            {
              "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s02",
              "seq": 2,
              "type": "EXPORT_BATCH_CREATED",
              "at": "2026-11-21T15:04:05.000Z",
              "data": {
                "batch_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
                "included_order_count": 1
              }
            },
            {
              "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s03",
              "seq": 3,
              "type": "CUSTOMS_PACKAGE_GENERATED",
              "at": "2026-11-21T15:04:05.000Z",
              "data": {
                "customs_package_id": "cp_01k9m4wn0h5k8m2v4t7w1c6e3x",
                "packageNumber": "EG-20261121-7F3K9Q2M"
              }
            },
            {
              "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s04",
              "seq": 4,
              "type": "WAREHOUSE_NOTIFIED",
              "at": "2026-11-21T15:04:05.000Z",
              "data": {
                "notification_id": "ntf_01k9m4wq0a3s6d9f2g5h8j1k4z",
                "channel": "none"
              }
            },
            {
              "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s05",
              "seq": 5,
              "type": "BROKER_SUBMISSION_PREPARED",
              "at": "2026-11-21T15:04:05.000Z",
              "data": {
                "submission_id": "sub_4kq7z2m9x1v8c3n6b5a0s7d2f",
                "submission_type": "email",
                "revision": 1,
                "previous_status": null
              }
            },
            {
              "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s06",
              "seq": 6,
              "type": "EXPORT_EXECUTED",
              "at": "2026-11-21T15:04:05.000Z",
              "data": {
                "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
                "customs_package_id": "cp_01k9m4wn0h5k8m2v4t7w1c6e3x"
              }
            },
            {
              "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s07",
              "seq": 7,
              "type": "BROKER_SUBMISSION_SENT",
              "at": "2026-11-21T15:04:05.000Z",
              "data": {
                "submission_id": "sub_4kq7z2m9x1v8c3n6b5a0s7d2f",
                "revision": 1,
                "attempt": 1,
                "broker_reference": null,
                "duplicate_possible": false
              }
            },
            {
              "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s08",
              "seq": 8,
              "type": "BROKER_NOTIFIED",
              "at": "2026-11-21T15:04:05.000Z",
              "data": {
                "submission_id": "sub_4kq7z2m9x1v8c3n6b5a0s7d2f"
              }
            }
          ]
        }
      },
      "Exports": {
        "summary": "One export",
        "value": {
          "data": [
            {
              "exportId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
              "batch_id": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
              "state": "completed",
              "status": "executed",
              "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "readinessState": "READY",
              "warehouseId": "wh_01k9m4w7d1r8s2k5j0p3f6g4ya",
              "brokerId": "br_01k9m4wa5e2v9t6n3h8c7q1z0b",
              "order_count": 1,
              "created_at": "2026-11-21T15:03:00.000Z",
              "next_recommended_action": "NONE"
            }
          ],
          "next_cursor": null
        }
      },
      "Events": {
        "summary": "The newest events",
        "value": {
          "data": [
            {
              "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s07",
              "seq": 7,
              "type": "BROKER_SUBMISSION_SENT",
              "at": "2026-11-21T15:04:05.000Z",
              "data": {
                "submission_id": "sub_4kq7z2m9x1v8c3n6b5a0s7d2f",
                "revision": 1,
                "attempt": 1,
                "broker_reference": null,
                "duplicate_possible": false
              }
            },
            {
              "id": "evt_01k9m4wq2j6n9x3z5b8d1g4s08",
              "seq": 8,
              "type": "BROKER_NOTIFIED",
              "at": "2026-11-21T15:04:05.000Z",
              "data": {
                "submission_id": "sub_4kq7z2m9x1v8c3n6b5a0s7d2f"
              }
            }
          ],
          "next_after": 8,
          "has_more": false
        }
      },
      "Package": {
        "summary": "A package that was handed off",
        "value": {
          "id": "cp_01k9m4wn0h5k8m2v4t7w1c6e3x",
          "exportBatchId": "batch_01k9m4wk6f9g2a5d8s3j1p7y4r",
          "packageNumber": "EG-20261121-7F3K9Q2M",
          "state": "handed_off",
          "createdAt": "2026-11-21T15:04:05.000Z",
          "artifacts": [
            {
              "artifact_type": "cci_human_readable",
              "filename": "commercial_customs_invoice.html",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 6412,
              "media_type": "text/html; charset=utf-8"
            },
            {
              "artifact_type": "cci_csv",
              "filename": "commercial_customs_invoice.csv",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 1893,
              "media_type": "text/csv; charset=utf-8"
            },
            {
              "artifact_type": "cci_json",
              "filename": "commercial_customs_invoice.json",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 4127,
              "media_type": "application/json"
            },
            {
              "artifact_type": "packing_list",
              "filename": "packing_list.json",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 911,
              "media_type": "application/json"
            },
            {
              "artifact_type": "manifest",
              "filename": "manifest.json",
              "generated_at": "2026-11-21T15:04:05.000Z",
              "sha256": "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
              "size": 1204,
              "media_type": "application/json"
            }
          ]
        }
      },
      "Healthy": {
        "summary": "The key is good",
        "value": {
          "status": "ok",
          "service": "entrygo-server",
          "version": "0.1.0",
          "contractVersion": "1.0.0",
          "rulePack": "us-2026.10",
          "accountId": "acc_01k9m4w2t8q5z7v3x6c1b0n9h2",
          "scopes": [
            "sync",
            "plan",
            "execute",
            "approve",
            "read",
            "admin"
          ],
          "screeningLists": [
            {
              "name": "OFAC SDN list",
              "date": "2026-11-20",
              "dateSource": "operator",
              "entries": 17412
            }
          ]
        }
      },
      "ProbeOk": {
        "summary": "Serving",
        "value": {
          "status": "ok"
        }
      },
      "ProbeUnavailable": {
        "summary": "Not serving",
        "value": {
          "status": "unavailable"
        }
      },
      "Error_INVALID_REQUEST": {
        "summary": "INVALID_REQUEST",
        "value": {
          "errorCode": "INVALID_REQUEST",
          "message": "Request body must be valid JSON.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_INVALID_REQUEST": {
        "summary": "INVALID_REQUEST",
        "value": {
          "type": "/docs/errors/INVALID_REQUEST",
          "title": "Invalid request",
          "status": 400,
          "detail": "Request body must be valid JSON.",
          "errorCode": "INVALID_REQUEST",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_VALIDATION_ERROR": {
        "summary": "VALIDATION_ERROR",
        "value": {
          "errorCode": "VALIDATION_ERROR",
          "message": "Request validation failed.",
          "field": "items.0.quantity",
          "details": {
            "issues": [
              {
                "path": "items.0.quantity",
                "message": "0 is not greater than 0. Give a quantity above 0.",
                "code": "too_small"
              }
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_VALIDATION_ERROR": {
        "summary": "VALIDATION_ERROR",
        "value": {
          "type": "/docs/errors/VALIDATION_ERROR",
          "title": "Validation error",
          "status": 400,
          "detail": "Request validation failed.",
          "errorCode": "VALIDATION_ERROR",
          "field": "items.0.quantity",
          "details": {
            "issues": [
              {
                "path": "items.0.quantity",
                "message": "0 is not greater than 0. Give a quantity above 0.",
                "code": "too_small"
              }
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_PAYLOAD_TOO_LARGE": {
        "summary": "PAYLOAD_TOO_LARGE",
        "value": {
          "errorCode": "PAYLOAD_TOO_LARGE",
          "message": "The request body is larger than 8388608 bytes. Split it into several requests.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_PAYLOAD_TOO_LARGE": {
        "summary": "PAYLOAD_TOO_LARGE",
        "value": {
          "type": "/docs/errors/PAYLOAD_TOO_LARGE",
          "title": "Payload too large",
          "status": 413,
          "detail": "The request body is larger than 8388608 bytes. Split it into several requests.",
          "errorCode": "PAYLOAD_TOO_LARGE",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_UNSUPPORTED_MEDIA_TYPE": {
        "summary": "UNSUPPORTED_MEDIA_TYPE",
        "value": {
          "errorCode": "UNSUPPORTED_MEDIA_TYPE",
          "message": "The request body must be application/json in UTF-8 without Content-Encoding.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_UNSUPPORTED_MEDIA_TYPE": {
        "summary": "UNSUPPORTED_MEDIA_TYPE",
        "value": {
          "type": "/docs/errors/UNSUPPORTED_MEDIA_TYPE",
          "title": "Unsupported media type",
          "status": 415,
          "detail": "The request body must be application/json in UTF-8 without Content-Encoding.",
          "errorCode": "UNSUPPORTED_MEDIA_TYPE",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_UNKNOWN_PRODUCT": {
        "summary": "UNKNOWN_PRODUCT",
        "value": {
          "errorCode": "UNKNOWN_PRODUCT",
          "message": "1 product is not known in this account. Sync products before orders that name them.",
          "field": "items.0.items.0.productId",
          "details": {
            "issues": [
              {
                "path": "items.0.items.0.productId",
                "message": "prod_missing is not a product of this account.",
                "code": "unknown_reference"
              }
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_UNKNOWN_PRODUCT": {
        "summary": "UNKNOWN_PRODUCT",
        "value": {
          "type": "/docs/errors/UNKNOWN_PRODUCT",
          "title": "Unknown product",
          "status": 422,
          "detail": "1 product is not known in this account. Sync products before orders that name them.",
          "errorCode": "UNKNOWN_PRODUCT",
          "field": "items.0.items.0.productId",
          "details": {
            "issues": [
              {
                "path": "items.0.items.0.productId",
                "message": "prod_missing is not a product of this account.",
                "code": "unknown_reference"
              }
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_UNKNOWN_ORDER": {
        "summary": "UNKNOWN_ORDER",
        "value": {
          "errorCode": "UNKNOWN_ORDER",
          "message": "1 order is not known in this account. Sync orders first and plan with the ids that sync returned.",
          "field": "orderIds.0",
          "details": {
            "issues": [
              {
                "path": "orderIds.0",
                "message": "ord_missing is not an order of this account.",
                "code": "unknown_reference"
              }
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_UNKNOWN_ORDER": {
        "summary": "UNKNOWN_ORDER",
        "value": {
          "type": "/docs/errors/UNKNOWN_ORDER",
          "title": "Unknown order",
          "status": 422,
          "detail": "1 order is not known in this account. Sync orders first and plan with the ids that sync returned.",
          "errorCode": "UNKNOWN_ORDER",
          "field": "orderIds.0",
          "details": {
            "issues": [
              {
                "path": "orderIds.0",
                "message": "ord_missing is not an order of this account.",
                "code": "unknown_reference"
              }
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_UNSUPPORTED_DESTINATION": {
        "summary": "UNSUPPORTED_DESTINATION",
        "value": {
          "errorCode": "UNSUPPORTED_DESTINATION",
          "message": "destinationCountry is CA; only US can be planned.",
          "field": "destinationCountry",
          "details": {
            "issues": [
              {
                "path": "destinationCountry",
                "message": "CA is not supported. Use US.",
                "code": "invalid_literal"
              }
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_UNSUPPORTED_DESTINATION": {
        "summary": "UNSUPPORTED_DESTINATION",
        "value": {
          "type": "/docs/errors/UNSUPPORTED_DESTINATION",
          "title": "Unsupported destination",
          "status": 422,
          "detail": "destinationCountry is CA; only US can be planned.",
          "errorCode": "UNSUPPORTED_DESTINATION",
          "field": "destinationCountry",
          "details": {
            "issues": [
              {
                "path": "destinationCountry",
                "message": "CA is not supported. Use US.",
                "code": "invalid_literal"
              }
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_HEADERS_TOO_LARGE": {
        "summary": "HEADERS_TOO_LARGE",
        "value": {
          "errorCode": "HEADERS_TOO_LARGE",
          "message": "The request headers are larger than 16384 bytes.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_HEADERS_TOO_LARGE": {
        "summary": "HEADERS_TOO_LARGE",
        "value": {
          "type": "/docs/errors/HEADERS_TOO_LARGE",
          "title": "Headers too large",
          "status": 431,
          "detail": "The request headers are larger than 16384 bytes.",
          "errorCode": "HEADERS_TOO_LARGE",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_INVALID_API_KEY": {
        "summary": "INVALID_API_KEY",
        "value": {
          "errorCode": "INVALID_API_KEY",
          "message": "Missing API key.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_INVALID_API_KEY": {
        "summary": "INVALID_API_KEY",
        "value": {
          "type": "/docs/errors/INVALID_API_KEY",
          "title": "Invalid api key",
          "status": 401,
          "detail": "Missing API key.",
          "errorCode": "INVALID_API_KEY",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_INVALID_ACCOUNT_SCOPE": {
        "summary": "INVALID_ACCOUNT_SCOPE",
        "value": {
          "errorCode": "INVALID_ACCOUNT_SCOPE",
          "message": "accountId does not belong to this API key.",
          "field": "accountId",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_INVALID_ACCOUNT_SCOPE": {
        "summary": "INVALID_ACCOUNT_SCOPE",
        "value": {
          "type": "/docs/errors/INVALID_ACCOUNT_SCOPE",
          "title": "Invalid account scope",
          "status": 403,
          "detail": "accountId does not belong to this API key.",
          "errorCode": "INVALID_ACCOUNT_SCOPE",
          "field": "accountId",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_INSUFFICIENT_SCOPE": {
        "summary": "INSUFFICIENT_SCOPE",
        "value": {
          "errorCode": "INSUFFICIENT_SCOPE",
          "message": "This API key lacks the scope execute.",
          "details": {
            "requiredScope": "execute"
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_INSUFFICIENT_SCOPE": {
        "summary": "INSUFFICIENT_SCOPE",
        "value": {
          "type": "/docs/errors/INSUFFICIENT_SCOPE",
          "title": "Insufficient scope",
          "status": 403,
          "detail": "This API key lacks the scope execute.",
          "errorCode": "INSUFFICIENT_SCOPE",
          "details": {
            "requiredScope": "execute"
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_EXPORT_NOT_FOUND": {
        "summary": "EXPORT_NOT_FOUND",
        "value": {
          "errorCode": "EXPORT_NOT_FOUND",
          "message": "There is no such export in this account.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_EXPORT_NOT_FOUND": {
        "summary": "EXPORT_NOT_FOUND",
        "value": {
          "type": "/docs/errors/EXPORT_NOT_FOUND",
          "title": "Export not found",
          "status": 404,
          "detail": "There is no such export in this account.",
          "errorCode": "EXPORT_NOT_FOUND",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_NOT_FOUND": {
        "summary": "NOT_FOUND",
        "value": {
          "errorCode": "NOT_FOUND",
          "message": "There is no such record in this account.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_NOT_FOUND": {
        "summary": "NOT_FOUND",
        "value": {
          "type": "/docs/errors/NOT_FOUND",
          "title": "Not found",
          "status": 404,
          "detail": "There is no such record in this account.",
          "errorCode": "NOT_FOUND",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_METHOD_NOT_ALLOWED": {
        "summary": "METHOD_NOT_ALLOWED",
        "value": {
          "errorCode": "METHOD_NOT_ALLOWED",
          "message": "This path answers other methods; see the Allow header.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_METHOD_NOT_ALLOWED": {
        "summary": "METHOD_NOT_ALLOWED",
        "value": {
          "type": "/docs/errors/METHOD_NOT_ALLOWED",
          "title": "Method not allowed",
          "status": 405,
          "detail": "This path answers other methods; see the Allow header.",
          "errorCode": "METHOD_NOT_ALLOWED",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_DRY_RUN_NOT_EXECUTABLE": {
        "summary": "DRY_RUN_NOT_EXECUTABLE",
        "value": {
          "errorCode": "DRY_RUN_NOT_EXECUTABLE",
          "message": "batch_dry_01k9m4wk6f9g2a5d8s3j1p7y4r is the answer of a dry run, which stores no export. Plan again without dryRun.",
          "field": "batchId",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_DRY_RUN_NOT_EXECUTABLE": {
        "summary": "DRY_RUN_NOT_EXECUTABLE",
        "value": {
          "type": "/docs/errors/DRY_RUN_NOT_EXECUTABLE",
          "title": "Dry run not executable",
          "status": 409,
          "detail": "batch_dry_01k9m4wk6f9g2a5d8s3j1p7y4r is the answer of a dry run, which stores no export. Plan again without dryRun.",
          "errorCode": "DRY_RUN_NOT_EXECUTABLE",
          "field": "batchId",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_EXPORT_ALREADY_EXECUTED": {
        "summary": "EXPORT_ALREADY_EXECUTED",
        "value": {
          "errorCode": "EXPORT_ALREADY_EXECUTED",
          "message": "This export was executed. Inspect it; plan other orders as a new export.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_EXPORT_ALREADY_EXECUTED": {
        "summary": "EXPORT_ALREADY_EXECUTED",
        "value": {
          "type": "/docs/errors/EXPORT_ALREADY_EXECUTED",
          "title": "Export already executed",
          "status": 409,
          "detail": "This export was executed. Inspect it; plan other orders as a new export.",
          "errorCode": "EXPORT_ALREADY_EXECUTED",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_APPROVAL_REQUIRED": {
        "summary": "APPROVAL_REQUIRED",
        "value": {
          "errorCode": "APPROVAL_REQUIRED",
          "message": "The plan needs an approval of its planHash before execute.",
          "details": {
            "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
            "because": [
              "REVIEW_REQUIRED"
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_APPROVAL_REQUIRED": {
        "summary": "APPROVAL_REQUIRED",
        "value": {
          "type": "/docs/errors/APPROVAL_REQUIRED",
          "title": "Approval required",
          "status": 409,
          "detail": "The plan needs an approval of its planHash before execute.",
          "errorCode": "APPROVAL_REQUIRED",
          "details": {
            "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
            "because": [
              "REVIEW_REQUIRED"
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_EXPORT_BLOCKED": {
        "summary": "EXPORT_BLOCKED",
        "value": {
          "errorCode": "EXPORT_BLOCKED",
          "message": "The plan is blocked by INV-07. Supply the missing data and plan again.",
          "details": {
            "rule_ids": [
              "INV-07"
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_EXPORT_BLOCKED": {
        "summary": "EXPORT_BLOCKED",
        "value": {
          "type": "/docs/errors/EXPORT_BLOCKED",
          "title": "Export blocked",
          "status": 409,
          "detail": "The plan is blocked by INV-07. Supply the missing data and plan again.",
          "errorCode": "EXPORT_BLOCKED",
          "details": {
            "rule_ids": [
              "INV-07"
            ]
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_IDEMPOTENCY_CONFLICT": {
        "summary": "IDEMPOTENCY_CONFLICT",
        "value": {
          "errorCode": "IDEMPOTENCY_CONFLICT",
          "message": "This idempotency key was used for another request. Use a new key for new work.",
          "details": {
            "operation": "planExport",
            "at": "2026-11-21T15:00:00.000Z"
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_IDEMPOTENCY_CONFLICT": {
        "summary": "IDEMPOTENCY_CONFLICT",
        "value": {
          "type": "/docs/errors/IDEMPOTENCY_CONFLICT",
          "title": "Idempotency conflict",
          "status": 409,
          "detail": "This idempotency key was used for another request. Use a new key for new work.",
          "errorCode": "IDEMPOTENCY_CONFLICT",
          "details": {
            "operation": "planExport",
            "at": "2026-11-21T15:00:00.000Z"
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_PLAN_STALE": {
        "summary": "PLAN_STALE",
        "value": {
          "errorCode": "PLAN_STALE",
          "message": "The records or the rules changed after this plan was made. Plan again and approve the new plan.",
          "details": {
            "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
            "currentPlanHash": "sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f"
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_PLAN_STALE": {
        "summary": "PLAN_STALE",
        "value": {
          "type": "/docs/errors/PLAN_STALE",
          "title": "Plan stale",
          "status": 409,
          "detail": "The records or the rules changed after this plan was made. Plan again and approve the new plan.",
          "errorCode": "PLAN_STALE",
          "details": {
            "planHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4",
            "currentPlanHash": "sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f"
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_PLAN_HASH_MISMATCH": {
        "summary": "PLAN_HASH_MISMATCH",
        "value": {
          "errorCode": "PLAN_HASH_MISMATCH",
          "message": "The planHash sent is not that of the export's plan.",
          "field": "planHash",
          "details": {
            "planHash": "sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f",
            "currentPlanHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4"
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Problem_PLAN_HASH_MISMATCH": {
        "summary": "PLAN_HASH_MISMATCH",
        "value": {
          "type": "/docs/errors/PLAN_HASH_MISMATCH",
          "title": "Plan hash mismatch",
          "status": 409,
          "detail": "The planHash sent is not that of the export's plan.",
          "errorCode": "PLAN_HASH_MISMATCH",
          "field": "planHash",
          "details": {
            "planHash": "sha256:1b7d0b7c44e3a6c1e21e8f0f5a9d6a7c3e5b2f9d8c1a4e7b6f3d0c9b8a7e6d5f",
            "currentPlanHash": "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4"
          },
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": false
        }
      },
      "Error_REQUEST_TIMEOUT": {
        "summary": "REQUEST_TIMEOUT",
        "value": {
          "errorCode": "REQUEST_TIMEOUT",
          "message": "The request did not arrive within 30 seconds. Send it again with the same idempotency key.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": true
        }
      },
      "Problem_REQUEST_TIMEOUT": {
        "summary": "REQUEST_TIMEOUT",
        "value": {
          "type": "/docs/errors/REQUEST_TIMEOUT",
          "title": "Request timeout",
          "status": 408,
          "detail": "The request did not arrive within 30 seconds. Send it again with the same idempotency key.",
          "errorCode": "REQUEST_TIMEOUT",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": true
        }
      },
      "Error_IDEMPOTENCY_IN_PROGRESS": {
        "summary": "IDEMPOTENCY_IN_PROGRESS",
        "value": {
          "errorCode": "IDEMPOTENCY_IN_PROGRESS",
          "message": "A request with this idempotency key is still running. Wait and send the same request again.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": true
        }
      },
      "Problem_IDEMPOTENCY_IN_PROGRESS": {
        "summary": "IDEMPOTENCY_IN_PROGRESS",
        "value": {
          "type": "/docs/errors/IDEMPOTENCY_IN_PROGRESS",
          "title": "Idempotency in progress",
          "status": 409,
          "detail": "A request with this idempotency key is still running. Wait and send the same request again.",
          "errorCode": "IDEMPOTENCY_IN_PROGRESS",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": true
        }
      },
      "Error_RATE_LIMITED": {
        "summary": "RATE_LIMITED",
        "value": {
          "errorCode": "RATE_LIMITED",
          "message": "Too many requests with this API key. Wait for the time in Retry-After.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": true
        }
      },
      "Problem_RATE_LIMITED": {
        "summary": "RATE_LIMITED",
        "value": {
          "type": "/docs/errors/RATE_LIMITED",
          "title": "Rate limited",
          "status": 429,
          "detail": "Too many requests with this API key. Wait for the time in Retry-After.",
          "errorCode": "RATE_LIMITED",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": true
        }
      },
      "Error_UNAVAILABLE": {
        "summary": "UNAVAILABLE",
        "value": {
          "errorCode": "UNAVAILABLE",
          "message": "The server cannot serve this request now. Send it again with the same idempotency key.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": true
        }
      },
      "Problem_UNAVAILABLE": {
        "summary": "UNAVAILABLE",
        "value": {
          "type": "/docs/errors/UNAVAILABLE",
          "title": "Unavailable",
          "status": 503,
          "detail": "The server cannot serve this request now. Send it again with the same idempotency key.",
          "errorCode": "UNAVAILABLE",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": true
        }
      },
      "Error_INTERNAL_ERROR": {
        "summary": "INTERNAL_ERROR",
        "value": {
          "errorCode": "INTERNAL_ERROR",
          "message": "The server failed. Send the request again with the same idempotency key.",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": true
        }
      },
      "Problem_INTERNAL_ERROR": {
        "summary": "INTERNAL_ERROR",
        "value": {
          "type": "/docs/errors/INTERNAL_ERROR",
          "title": "Internal error",
          "status": 500,
          "detail": "The server failed. Send the request again with the same idempotency key.",
          "errorCode": "INTERNAL_ERROR",
          "requestId": "req_01k9m4wt4m7q0y2c6f9h3k5n8a",
          "retryable": true
        }
      }
    },
    "schemas": {
      "AccountId": {
        "type": "string",
        "description": "An account: the tenant that owns every record. `acc_` and 26 characters.",
        "minLength": 3,
        "maxLength": 64,
        "pattern": "^[A-Za-z0-9_-]+$",
        "examples": [
          "acc_01k9m4w2t8q5z7v3x6c1b0n9h2"
        ]
      },
      "WarehouseId": {
        "type": "string",
        "description": "A warehouse outside the United States, as returned by the warehouse sync. `wh_` and 26 characters.",
        "minLength": 3,
        "maxLength": 64,
        "pattern": "^[A-Za-z0-9_-]+$",
        "examples": [
          "wh_01k9m4w7d1r8s2k5j0p3f6g4ya"
        ]
      },
      "BrokerId": {
        "type": "string",
        "description": "A customs broker, as returned by the broker sync. `br_` and 26 characters.",
        "minLength": 3,
        "maxLength": 64,
        "pattern": "^[A-Za-z0-9_-]+$",
        "examples": [
          "br_01k9m4wa5e2v9t6n3h8c7q1z0b"
        ]
      },
      "ProductId": {
        "type": "string",
        "description": "A product, as returned by the product sync. `prod_` and 26 characters.",
        "minLength": 3,
        "maxLength": 64,
        "pattern": "^[A-Za-z0-9_-]+$",
        "examples": [
          "prod_01k9m4wd3x7w0y4r6m1s8t5k2j"
        ]
      },
      "OrderId": {
        "type": "string",
        "description": "An order, as returned by the order sync. Plans name orders by this id, never by `externalId`. `ord_` and 26 characters.",
        "minLength": 3,
        "maxLength": 64,
        "pattern": "^[A-Za-z0-9_-]+$",
        "examples": [
          "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
        ]
      },
      "ExportId": {
        "type": "string",
        "description": "An export, which is also its batch: `exportId` and `batch_id` are equal. `batch_` and 26 characters; `batch_dry_` for the answer of a dry run.",
        "minLength": 3,
        "maxLength": 64,
        "pattern": "^[A-Za-z0-9_-]+$",
        "examples": [
          "batch_01k9m4wk6f9g2a5d8s3j1p7y4r"
        ]
      },
      "CustomsPackageId": {
        "type": "string",
        "description": "A customs package. `cp_` and 26 characters.",
        "minLength": 3,
        "maxLength": 64,
        "pattern": "^[A-Za-z0-9_-]+$",
        "examples": [
          "cp_01k9m4wn0h5k8m2v4t7w1c6e3x"
        ]
      },
      "ObjectId": {
        "type": "string",
        "description": "Any other EntryGo id: `apr_` approval, `ntf_` notification, `evt_` event, `sub_` submission, `exu_` export unit, `whk_` webhook.",
        "minLength": 3,
        "maxLength": 64,
        "pattern": "^[A-Za-z0-9_-]+$",
        "examples": [
          "evt_01k9m4wq2j6n9x3z5b8d1g4s7v"
        ]
      },
      "ExternalId": {
        "type": "string",
        "description": "The caller's own identifier of the record, unique inside the account for its kind. Printable text without control characters.",
        "minLength": 1,
        "maxLength": 128,
        "pattern": "^[^\\x00-\\x1f\\x7f]+$",
        "examples": [
          "WEB-100234"
        ]
      },
      "RequestId": {
        "type": "string",
        "description": "Identifies this request in logs and support conversations. Taken from the request's `X-Request-Id` when that is 8-64 characters of `A-Z a-z 0-9 _ -`, else made by the server.",
        "minLength": 8,
        "maxLength": 64,
        "pattern": "^[A-Za-z0-9_-]+$",
        "examples": [
          "req_01k9m4wt4m7q0y2c6f9h3k5n8a"
        ]
      },
      "IdempotencyKey": {
        "type": "string",
        "description": "Tells the server that two writes are meant to be one logical request. 1-255 printable ASCII characters. The `Idempotency-Key` header wins over this field.",
        "minLength": 1,
        "maxLength": 255,
        "pattern": "^[\\x20-\\x7e]+$",
        "examples": [
          "nightly-2026-11-21:plan"
        ]
      },
      "PlanHash": {
        "type": "string",
        "description": "Identity of a planning state: `sha256:` and the SHA-256, in hex, of the RFC 8785 canonical JSON of the plan's snapshot.",
        "minLength": 71,
        "maxLength": 71,
        "pattern": "^sha256:[0-9a-f]{64}$",
        "examples": [
          "sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4"
        ]
      },
      "Sha256": {
        "type": "string",
        "description": "SHA-256 in lower-case hex.",
        "minLength": 64,
        "maxLength": 64,
        "pattern": "^[0-9a-f]{64}$",
        "examples": [
          "8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4"
        ]
      },
      "Text": {
        "type": "string",
        "description": "One line of text without control characters.",
        "maxLength": 300,
        "pattern": "^[^\\x00-\\x1f\\x7f]*$",
        "examples": [
          "Export desk"
        ]
      },
      "LongText": {
        "type": "string",
        "description": "Text that may contain tabs and line breaks, no other control characters.",
        "maxLength": 2000,
        "pattern": "^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]*$",
        "examples": [
          "Load pallets by order number."
        ]
      },
      "Timestamp": {
        "type": "string",
        "format": "date-time",
        "description": "RFC 3339 in UTC.",
        "maxLength": 35,
        "examples": [
          "2026-11-21T15:04:05.000Z"
        ]
      },
      "Date": {
        "type": "string",
        "format": "date",
        "description": "`YYYY-MM-DD`. Law and entry dates are US Eastern dates.",
        "maxLength": 10,
        "examples": [
          "2026-11-21"
        ]
      },
      "CountryCode": {
        "type": "string",
        "description": "ISO 3166-1 alpha-2 code in capitals. A code that is well-formed but not in the standard is a finding of the plan, not a schema error.",
        "minLength": 2,
        "maxLength": 2,
        "pattern": "^[A-Z]{2}$",
        "examples": [
          "CA"
        ]
      },
      "MetalCountry": {
        "type": "string",
        "description": "ISO 3166-1 alpha-2, or `UN` (unknown), `OTH` (other), `N/A` (not applicable), which exist in melt, smelt and cast fields alone.",
        "minLength": 2,
        "maxLength": 3,
        "pattern": "^([A-Z]{2}|OTH|N/A)$",
        "examples": [
          "CA"
        ]
      },
      "CurrencyCode": {
        "type": "string",
        "description": "ISO 4217 alphabetic code. A code that is well-formed but unknown is a finding of the plan.",
        "minLength": 3,
        "maxLength": 3,
        "pattern": "^[A-Z]{3}$",
        "examples": [
          "USD"
        ]
      },
      "PortCode": {
        "type": "string",
        "description": "US port of entry, four digits (Schedule D).",
        "minLength": 4,
        "maxLength": 4,
        "pattern": "^[0-9]{4}$",
        "examples": [
          "0901"
        ]
      },
      "Uom": {
        "type": "string",
        "description": "Unit of measure: UN/ECE Recommendation 20 common code.",
        "minLength": 1,
        "maxLength": 3,
        "pattern": "^[A-Z0-9]{1,3}$",
        "examples": [
          "C62"
        ]
      },
      "HtsCode": {
        "type": "string",
        "description": "HTSUS number. Dots and spaces are dropped; letters and more than ten digits are refused; too few digits are a finding of the plan.",
        "minLength": 1,
        "maxLength": 20,
        "pattern": "^[. ]*[0-9]([. ]*[0-9]){0,9}[. ]*$",
        "examples": [
          "6109.10.00.12"
        ]
      },
      "Decimal": {
        "type": "string",
        "description": "An exact measure as a decimal string: up to 12 digits before and 4 after the point, no sign, no exponent.",
        "minLength": 1,
        "maxLength": 17,
        "pattern": "^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,4})?$",
        "examples": [
          "12.5"
        ]
      },
      "Percent": {
        "type": "string",
        "description": "A percentage from 0 to 100 as a decimal string with up to 4 decimals.",
        "minLength": 1,
        "maxLength": 8,
        "pattern": "^(100(\\.0{1,4})?|[1-9]?[0-9](\\.[0-9]{1,4})?)$",
        "examples": [
          "60"
        ]
      },
      "Usd": {
        "type": "number",
        "format": "double",
        "description": "US dollars, at most 4 decimals. Read from its JSON source text; no binary floating point is used in sums. 0 is accepted here and is a finding of the plan.",
        "minimum": 0,
        "maximum": 99999999999.9999,
        "x-max-decimals": 4,
        "examples": [
          24.5
        ]
      },
      "Quantity": {
        "type": "number",
        "format": "double",
        "description": "A quantity above 0 with at most 4 decimals.",
        "exclusiveMinimum": 0,
        "maximum": 99999999999.9999,
        "x-max-decimals": 4,
        "examples": [
          12
        ]
      },
      "UsdTotal": {
        "type": "number",
        "format": "double",
        "description": "US dollars, a sum of values rounded to the cent.",
        "minimum": 0,
        "maximum": 9007199254740991,
        "examples": [
          1284.6
        ]
      },
      "Email": {
        "type": "string",
        "format": "email",
        "description": "One e-mail address without display name.",
        "minLength": 3,
        "maxLength": 254,
        "examples": [
          "entries@broker.example"
        ]
      },
      "Url": {
        "type": "string",
        "format": "uri",
        "description": "An absolute https URL at a public address, port 443 or 8443. Plain http to the machine itself is taken by a server that was started for development, and refused by every other.",
        "minLength": 8,
        "maxLength": 2048,
        "pattern": "^https?://[^\\x00-\\x20\\x7f]+$",
        "examples": [
          "https://warehouse.example/hooks/entrygo"
        ]
      },
      "Secret": {
        "type": "string",
        "writeOnly": true,
        "description": "Write-only: no answer ever contains it; `secretSet` says whether one is stored. Of a webhook: `whsec_` and base64 of 24 to 64 bytes (Standard Webhooks); two of them, parted by a blank, while receivers change over. Of BorderBuddy: its API key.",
        "minLength": 8,
        "maxLength": 256,
        "pattern": "^[\\x21-\\x7e]+( [\\x21-\\x7e]+)?$",
        "examples": [
          "whsec_5Zt3kq8XvYw1pR6uJ0nH4c2mB9dF7sLa"
        ]
      },
      "OpenObject": {
        "type": "object",
        "description": "Free-form object, kept as given.",
        "maxProperties": 200
      },
      "JsonPointer": {
        "type": "string",
        "description": "RFC 6901 pointer into the plan's `inputs`.",
        "maxLength": 400,
        "pattern": "^(/[^\\x00-\\x1f\\x7f]*)?$",
        "examples": [
          "/products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin"
        ]
      },
      "Party": {
        "type": "object",
        "description": "A company or person named on the invoice. Only `name` must be readable; what customs needs beyond it is asked for by the plan.",
        "additionalProperties": false,
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "$ref": "#/components/schemas/Text"
          },
          "street": {
            "$ref": "#/components/schemas/Text"
          },
          "city": {
            "$ref": "#/components/schemas/Text"
          },
          "region": {
            "$ref": "#/components/schemas/Text"
          },
          "postalCode": {
            "$ref": "#/components/schemas/Text"
          },
          "country": {
            "$ref": "#/components/schemas/CountryCode"
          },
          "contact": {
            "$ref": "#/components/schemas/Text"
          },
          "email": {
            "$ref": "#/components/schemas/Email"
          },
          "phone": {
            "$ref": "#/components/schemas/Text"
          },
          "taxId": {
            "$ref": "#/components/schemas/Text"
          },
          "mid": {
            "description": "Manufacturer identification code.",
            "$ref": "#/components/schemas/Text"
          },
          "duns": {
            "$ref": "#/components/schemas/Text"
          },
          "fei": {
            "description": "FDA establishment identifier.",
            "$ref": "#/components/schemas/Text"
          },
          "screening": {
            "type": "object",
            "description": "Result of a restricted-party screening done by the caller.",
            "additionalProperties": false,
            "required": [
              "listDate",
              "result"
            ],
            "properties": {
              "listDate": {
                "$ref": "#/components/schemas/Date"
              },
              "result": {
                "type": "string",
                "enum": [
                  "clear",
                  "possible",
                  "match"
                ],
                "description": "Outcome of the screening."
              }
            }
          }
        }
      },
      "Material": {
        "type": "object",
        "description": "One constituent material and its share by weight.",
        "additionalProperties": false,
        "required": [
          "name",
          "pct"
        ],
        "properties": {
          "name": {
            "$ref": "#/components/schemas/Text"
          },
          "pct": {
            "$ref": "#/components/schemas/Percent"
          }
        }
      },
      "SteelFacts": {
        "type": "object",
        "description": "Steel content and country of melt and pour.",
        "additionalProperties": false,
        "properties": {
          "weightG": {
            "$ref": "#/components/schemas/Decimal"
          },
          "usPct": {
            "$ref": "#/components/schemas/Percent"
          },
          "ukPct": {
            "$ref": "#/components/schemas/Percent"
          },
          "meltPour": {
            "$ref": "#/components/schemas/MetalCountry"
          },
          "millCert": {
            "$ref": "#/components/schemas/Text"
          }
        }
      },
      "AluminumFacts": {
        "type": "object",
        "description": "Aluminum content, primary and secondary country of smelt, country of cast.",
        "additionalProperties": false,
        "properties": {
          "weightG": {
            "$ref": "#/components/schemas/Decimal"
          },
          "usPct": {
            "$ref": "#/components/schemas/Percent"
          },
          "ukPct": {
            "$ref": "#/components/schemas/Percent"
          },
          "primarySmelt": {
            "$ref": "#/components/schemas/MetalCountry"
          },
          "secondarySmelt": {
            "$ref": "#/components/schemas/MetalCountry"
          },
          "cast": {
            "$ref": "#/components/schemas/MetalCountry"
          }
        }
      },
      "CopperFacts": {
        "type": "object",
        "description": "Copper content, country of smelt and of cast.",
        "additionalProperties": false,
        "properties": {
          "weightG": {
            "$ref": "#/components/schemas/Decimal"
          },
          "usPct": {
            "$ref": "#/components/schemas/Percent"
          },
          "ukPct": {
            "$ref": "#/components/schemas/Percent"
          },
          "smelt": {
            "$ref": "#/components/schemas/MetalCountry"
          },
          "cast": {
            "$ref": "#/components/schemas/MetalCountry"
          }
        }
      },
      "Metals": {
        "type": "object",
        "description": "Metal content of one article, for Section 232. Weights are grams in one article.",
        "additionalProperties": false,
        "properties": {
          "steel": {
            "$ref": "#/components/schemas/SteelFacts"
          },
          "aluminum": {
            "$ref": "#/components/schemas/AluminumFacts"
          },
          "copper": {
            "$ref": "#/components/schemas/CopperFacts"
          },
          "evidence": {
            "$ref": "#/components/schemas/Text"
          }
        }
      },
      "SemiconductorFacts": {
        "type": "object",
        "description": "Facts for the Section 232 semiconductor test (US note 39).",
        "additionalProperties": false,
        "properties": {
          "tpp": {
            "description": "Total processing performance.",
            "$ref": "#/components/schemas/Decimal"
          },
          "dramGBs": {
            "description": "DRAM bandwidth in GB per second.",
            "$ref": "#/components/schemas/Decimal"
          },
          "endUse": {
            "type": "string",
            "enum": [
              "data_center",
              "repair",
              "research",
              "startup",
              "consumer",
              "civil_industrial",
              "public_sector",
              "other"
            ],
            "description": "End use."
          }
        }
      },
      "UasFacts": {
        "type": "object",
        "description": "Facts for the Section 232 unmanned-aircraft test.",
        "additionalProperties": false,
        "properties": {
          "isUas": {
            "type": "boolean",
            "description": "The article is an unmanned aircraft or part of one."
          },
          "thermalImaging": {
            "type": "boolean",
            "description": "It has a thermal imager."
          },
          "dockingStation": {
            "type": "boolean",
            "description": "It is or includes a docking station."
          },
          "takeoffWeightKg": {
            "$ref": "#/components/schemas/Decimal"
          }
        }
      },
      "PharmaFacts": {
        "type": "object",
        "description": "Facts for the Section 232 pharmaceutical test.",
        "additionalProperties": false,
        "properties": {
          "patented": {
            "type": "boolean",
            "description": "The product is patented."
          },
          "generic": {
            "type": "boolean",
            "description": "The product is generic."
          },
          "company": {
            "$ref": "#/components/schemas/Text"
          }
        }
      },
      "HazmatFacts": {
        "type": "object",
        "description": "Dangerous-goods facts.",
        "additionalProperties": false,
        "properties": {
          "lithiumBattery": {
            "type": "boolean",
            "description": "A lithium battery is in or with the article."
          },
          "unNumber": {
            "type": "string",
            "description": "UN number.",
            "minLength": 6,
            "maxLength": 6,
            "pattern": "^UN[0-9]{4}$",
            "examples": [
              "UN3481"
            ]
          }
        }
      },
      "AdcvdAnswer": {
        "type": "object",
        "description": "The owner's answer for one antidumping or countervailing duty order. Scope text controls, not the tariff number.",
        "additionalProperties": false,
        "properties": {
          "inScope": {
            "type": "boolean",
            "description": "The article is in the scope of the order."
          },
          "case": {
            "type": "string",
            "description": "Case number.",
            "maxLength": 20,
            "pattern": "^[AC]-[0-9]{3}-[0-9]{3}$",
            "examples": [
              "A-122-857"
            ]
          },
          "producer": {
            "$ref": "#/components/schemas/Text"
          }
        }
      },
      "SupplyChainInput": {
        "type": "object",
        "description": "One traced input of the article.",
        "additionalProperties": false,
        "required": [
          "input",
          "country"
        ],
        "properties": {
          "input": {
            "$ref": "#/components/schemas/Text"
          },
          "country": {
            "$ref": "#/components/schemas/CountryCode"
          },
          "evidence": {
            "$ref": "#/components/schemas/Text"
          }
        }
      },
      "UsmcaCertificate": {
        "type": "object",
        "description": "The certification data elements of USMCA Annex 5-A.",
        "additionalProperties": false,
        "required": [
          "certifiedBy"
        ],
        "properties": {
          "certifiedBy": {
            "type": "string",
            "enum": [
              "importer",
              "exporter",
              "producer"
            ],
            "description": "Who certifies."
          },
          "certifier": {
            "$ref": "#/components/schemas/Party"
          },
          "exporter": {
            "$ref": "#/components/schemas/Party"
          },
          "producer": {
            "$ref": "#/components/schemas/Party"
          },
          "importer": {
            "$ref": "#/components/schemas/Party"
          },
          "descriptionAndHs6": {
            "$ref": "#/components/schemas/Text"
          },
          "criterion": {
            "type": "string",
            "enum": [
              "A",
              "B",
              "C",
              "D"
            ],
            "description": "Origin criterion."
          },
          "blanketPeriod": {
            "type": "array",
            "description": "First and last day of the blanket period.",
            "minItems": 2,
            "maxItems": 2,
            "items": {
              "$ref": "#/components/schemas/Date"
            }
          },
          "signature": {
            "type": "object",
            "description": "Who signed and when.",
            "additionalProperties": false,
            "required": [
              "name",
              "date"
            ],
            "properties": {
              "name": {
                "$ref": "#/components/schemas/Text"
              },
              "date": {
                "$ref": "#/components/schemas/Date"
              }
            }
          }
        }
      },
      "Preference": {
        "type": "object",
        "description": "A claim for preferential treatment.",
        "additionalProperties": false,
        "required": [
          "program"
        ],
        "properties": {
          "program": {
            "type": "string",
            "enum": [
              "USMCA"
            ],
            "description": "Trade agreement."
          },
          "certificate": {
            "$ref": "#/components/schemas/UsmcaCertificate"
          }
        }
      },
      "PgaDeclaration": {
        "type": "object",
        "description": "What the owner declares to one partner government agency program. `data` states that the product is regulated under the program; `disclaimed` that it is not, with its code; `unknown` that nobody has decided.",
        "additionalProperties": false,
        "required": [
          "status"
        ],
        "properties": {
          "status": {
            "type": "string",
            "enum": [
              "data",
              "disclaimed",
              "unknown"
            ],
            "description": "The declaration."
          },
          "disclaimCode": {
            "type": "string",
            "enum": [
              "A",
              "B",
              "C",
              "D"
            ],
            "description": "Reason code of a disclaimer."
          },
          "flag": {
            "type": "string",
            "description": "ACE agency flag, if the broker told it.",
            "maxLength": 3,
            "pattern": "^[A-Z0-9]{3}$",
            "examples": [
              "FD3"
            ]
          },
          "data": {
            "$ref": "#/components/schemas/OpenObject"
          }
        }
      },
      "PgaDeclarations": {
        "type": "object",
        "description": "Declarations by agency program.",
        "additionalProperties": false,
        "properties": {
          "fda_food": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "fda_cos": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "fda_drug": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "fda_dev": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "fda_rad": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "fda_fcs": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "fsis": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "aphis": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "lacey": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "epa_tsca": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "epa_wood": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "epa_pest": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "epa_vne": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "epa_ods_hfc": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "nhtsa": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "cpsc": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "fcc": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "ttb": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "atf": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "dea": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "fws": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "nmfs": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "omc": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "ams": {
            "$ref": "#/components/schemas/PgaDeclaration"
          },
          "ddtc_ofac": {
            "$ref": "#/components/schemas/PgaDeclaration"
          }
        }
      },
      "Provenance": {
        "type": "object",
        "description": "Where one fact came from. `default` is at least REVIEW.",
        "additionalProperties": false,
        "required": [
          "source"
        ],
        "properties": {
          "source": {
            "type": "string",
            "enum": [
              "owner",
              "broker",
              "ruling",
              "classifier",
              "default"
            ],
            "description": "The source."
          },
          "reference": {
            "$ref": "#/components/schemas/Text"
          }
        }
      },
      "ProvenanceByField": {
        "type": "object",
        "description": "Provenance by field name, for example `{\"countryOfOrigin\": {\"source\": \"owner\"}}`.",
        "maxProperties": 60,
        "propertyNames": {
          "maxLength": 60,
          "pattern": "^[A-Za-z0-9_.]+$"
        },
        "additionalProperties": {
          "$ref": "#/components/schemas/Provenance"
        }
      },
      "ProductInput": {
        "type": "object",
        "description": "A product with its customs facts. Everything but `externalId` is optional here: the plan says what is missing. Facts given on an order line beat these.",
        "additionalProperties": false,
        "required": [
          "externalId"
        ],
        "properties": {
          "externalId": {
            "$ref": "#/components/schemas/ExternalId"
          },
          "description": {
            "description": "Article name, grade or quality, material and use, in plain words.",
            "$ref": "#/components/schemas/Text"
          },
          "sku": {
            "description": "Stock-keeping unit; `externalId` when absent.",
            "$ref": "#/components/schemas/ExternalId"
          },
          "brand": {
            "$ref": "#/components/schemas/Text"
          },
          "model": {
            "$ref": "#/components/schemas/Text"
          },
          "uom": {
            "$ref": "#/components/schemas/Uom"
          },
          "htsCode": {
            "$ref": "#/components/schemas/HtsCode"
          },
          "countryOfOrigin": {
            "description": "Where the article was made; never where it ships from.",
            "$ref": "#/components/schemas/CountryCode"
          },
          "manufacturer": {
            "$ref": "#/components/schemas/Party"
          },
          "unitNetWeightG": {
            "$ref": "#/components/schemas/Decimal"
          },
          "articleWeightG": {
            "$ref": "#/components/schemas/Decimal"
          },
          "metadata": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "materials": {
            "type": "array",
            "description": "Materials by weight; the shares add up to 100.",
            "maxItems": 30,
            "items": {
              "$ref": "#/components/schemas/Material"
            }
          },
          "construction": {
            "type": "string",
            "enum": [
              "knit",
              "woven",
              "other"
            ],
            "description": "Textile construction."
          },
          "gender": {
            "type": "string",
            "enum": [
              "men",
              "women",
              "boys",
              "girls",
              "unisex"
            ],
            "description": "Wearer."
          },
          "ageGrade": {
            "$ref": "#/components/schemas/Text"
          },
          "childrenProduct": {
            "type": "boolean",
            "description": "Designed or intended primarily for children of 12 years or younger."
          },
          "packaging": {
            "type": "string",
            "enum": [
              "packaged",
              "bulk"
            ],
            "description": "How the article is presented."
          },
          "metals": {
            "$ref": "#/components/schemas/Metals"
          },
          "usContentPct": {
            "$ref": "#/components/schemas/Percent"
          },
          "endUse": {
            "type": "string",
            "enum": [
              "passenger_vehicle",
              "truck_bus",
              "agricultural_industrial",
              "other"
            ],
            "description": "End use."
          },
          "endUseCert": {
            "$ref": "#/components/schemas/Text"
          },
          "modelYear": {
            "type": "integer",
            "format": "int32",
            "minimum": 1900,
            "maximum": 2100,
            "description": "Model year of a vehicle."
          },
          "isVehiclePart": {
            "type": "boolean",
            "description": "The article is a part for a vehicle."
          },
          "isCabinetOrVanity": {
            "type": "boolean",
            "description": "The article is a kitchen cabinet, a bathroom vanity or a part of one."
          },
          "isQuartzSurface": {
            "type": "boolean",
            "description": "The article is a quartz surface product."
          },
          "semi": {
            "$ref": "#/components/schemas/SemiconductorFacts"
          },
          "uas": {
            "$ref": "#/components/schemas/UasFacts"
          },
          "pharma": {
            "$ref": "#/components/schemas/PharmaFacts"
          },
          "mipCertificate": {
            "description": "Minimum import price certificate.",
            "$ref": "#/components/schemas/Text"
          },
          "hazmat": {
            "$ref": "#/components/schemas/HazmatFacts"
          },
          "adcvd": {
            "type": "array",
            "description": "Answers for antidumping and countervailing duty orders.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/AdcvdAnswer"
            }
          },
          "returnEvidence": {
            "description": "Evidence that US goods return.",
            "$ref": "#/components/schemas/Text"
          },
          "supplyChainTrace": {
            "type": "array",
            "description": "Traced inputs.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/SupplyChainInput"
            }
          },
          "preference": {
            "$ref": "#/components/schemas/Preference"
          },
          "pga": {
            "$ref": "#/components/schemas/PgaDeclarations"
          },
          "provenance": {
            "$ref": "#/components/schemas/ProvenanceByField"
          }
        }
      },
      "StoredProduct": {
        "type": "object",
        "description": "A stored product as the plan sees it. `htsCode` is normalised to digits.",
        "required": [
          "id",
          "externalId",
          "sku"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/ProductId"
          },
          "externalId": {
            "$ref": "#/components/schemas/ExternalId"
          },
          "description": {
            "description": "Article name, grade or quality, material and use, in plain words.",
            "$ref": "#/components/schemas/Text"
          },
          "sku": {
            "description": "Stock-keeping unit; `externalId` when absent.",
            "$ref": "#/components/schemas/ExternalId"
          },
          "brand": {
            "$ref": "#/components/schemas/Text"
          },
          "model": {
            "$ref": "#/components/schemas/Text"
          },
          "uom": {
            "$ref": "#/components/schemas/Uom"
          },
          "htsCode": {
            "$ref": "#/components/schemas/HtsCode"
          },
          "countryOfOrigin": {
            "description": "Where the article was made; never where it ships from.",
            "$ref": "#/components/schemas/CountryCode"
          },
          "manufacturer": {
            "$ref": "#/components/schemas/Party"
          },
          "unitNetWeightG": {
            "$ref": "#/components/schemas/Decimal"
          },
          "articleWeightG": {
            "$ref": "#/components/schemas/Decimal"
          },
          "metadata": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "materials": {
            "type": "array",
            "description": "Materials by weight; the shares add up to 100.",
            "maxItems": 30,
            "items": {
              "$ref": "#/components/schemas/Material"
            }
          },
          "construction": {
            "type": "string",
            "enum": [
              "knit",
              "woven",
              "other"
            ],
            "description": "Textile construction."
          },
          "gender": {
            "type": "string",
            "enum": [
              "men",
              "women",
              "boys",
              "girls",
              "unisex"
            ],
            "description": "Wearer."
          },
          "ageGrade": {
            "$ref": "#/components/schemas/Text"
          },
          "childrenProduct": {
            "type": "boolean",
            "description": "Designed or intended primarily for children of 12 years or younger."
          },
          "packaging": {
            "type": "string",
            "enum": [
              "packaged",
              "bulk"
            ],
            "description": "How the article is presented."
          },
          "metals": {
            "$ref": "#/components/schemas/Metals"
          },
          "usContentPct": {
            "$ref": "#/components/schemas/Percent"
          },
          "endUse": {
            "type": "string",
            "enum": [
              "passenger_vehicle",
              "truck_bus",
              "agricultural_industrial",
              "other"
            ],
            "description": "End use."
          },
          "endUseCert": {
            "$ref": "#/components/schemas/Text"
          },
          "modelYear": {
            "type": "integer",
            "format": "int32",
            "minimum": 1900,
            "maximum": 2100,
            "description": "Model year of a vehicle."
          },
          "isVehiclePart": {
            "type": "boolean",
            "description": "The article is a part for a vehicle."
          },
          "isCabinetOrVanity": {
            "type": "boolean",
            "description": "The article is a kitchen cabinet, a bathroom vanity or a part of one."
          },
          "isQuartzSurface": {
            "type": "boolean",
            "description": "The article is a quartz surface product."
          },
          "semi": {
            "$ref": "#/components/schemas/SemiconductorFacts"
          },
          "uas": {
            "$ref": "#/components/schemas/UasFacts"
          },
          "pharma": {
            "$ref": "#/components/schemas/PharmaFacts"
          },
          "mipCertificate": {
            "description": "Minimum import price certificate.",
            "$ref": "#/components/schemas/Text"
          },
          "hazmat": {
            "$ref": "#/components/schemas/HazmatFacts"
          },
          "adcvd": {
            "type": "array",
            "description": "Answers for antidumping and countervailing duty orders.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/AdcvdAnswer"
            }
          },
          "returnEvidence": {
            "description": "Evidence that US goods return.",
            "$ref": "#/components/schemas/Text"
          },
          "supplyChainTrace": {
            "type": "array",
            "description": "Traced inputs.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/SupplyChainInput"
            }
          },
          "preference": {
            "$ref": "#/components/schemas/Preference"
          },
          "pga": {
            "$ref": "#/components/schemas/PgaDeclarations"
          },
          "provenance": {
            "$ref": "#/components/schemas/ProvenanceByField"
          }
        }
      },
      "Product": {
        "description": "The stored product, as its sync answers.",
        "allOf": [
          {
            "$ref": "#/components/schemas/StoredProduct"
          },
          {
            "type": "object",
            "description": "What the sync did.",
            "required": [
              "created"
            ],
            "properties": {
              "created": {
                "type": "boolean",
                "description": "True when this request created the record."
              }
            }
          }
        ]
      },
      "ProductList": {
        "type": "object",
        "description": "A page of products, newest first; one that is synced again keeps its place. A page may hold fewer than `limit`; follow `next_cursor` until it is null.",
        "required": [
          "data",
          "next_cursor"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Products.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/StoredProduct"
            }
          },
          "next_cursor": {
            "description": "Null on the last page.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Cursor"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "WarehouseNotificationInput": {
        "type": "object",
        "description": "How the warehouse is told. Execute records the notification in every case.",
        "additionalProperties": false,
        "required": [
          "channel"
        ],
        "properties": {
          "channel": {
            "type": "string",
            "enum": [
              "none",
              "email",
              "webhook"
            ],
            "description": "The channel."
          },
          "email": {
            "$ref": "#/components/schemas/Email"
          },
          "url": {
            "$ref": "#/components/schemas/Url"
          },
          "secret": {
            "$ref": "#/components/schemas/Secret"
          },
          "instructions": {
            "$ref": "#/components/schemas/LongText"
          }
        }
      },
      "WarehouseInput": {
        "type": "object",
        "description": "A warehouse outside the United States.",
        "additionalProperties": false,
        "required": [
          "externalId",
          "address"
        ],
        "properties": {
          "externalId": {
            "$ref": "#/components/schemas/ExternalId"
          },
          "address": {
            "$ref": "#/components/schemas/WarehouseAddress"
          },
          "portOfEntry": {
            "$ref": "#/components/schemas/PortCode"
          },
          "modeOfTransport": {
            "$ref": "#/components/schemas/ModeOfTransport"
          },
          "carrierScac": {
            "$ref": "#/components/schemas/CarrierScac"
          },
          "notification": {
            "$ref": "#/components/schemas/WarehouseNotificationInput"
          }
        }
      },
      "WarehouseAddress": {
        "description": "The warehouse's address. Its country is given and is not `US`.",
        "allOf": [
          {
            "$ref": "#/components/schemas/Party"
          },
          {
            "type": "object",
            "description": "Country is required and differs from US.",
            "required": [
              "country"
            ],
            "properties": {
              "country": {
                "type": "string",
                "description": "Exporting country.",
                "maxLength": 2,
                "pattern": "^[A-Z]{2}$",
                "not": {
                  "const": "US"
                }
              }
            }
          }
        ]
      },
      "StoredWarehouse": {
        "type": "object",
        "description": "A stored warehouse.",
        "required": [
          "id",
          "externalId",
          "address"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/WarehouseId"
          },
          "externalId": {
            "$ref": "#/components/schemas/ExternalId"
          },
          "address": {
            "$ref": "#/components/schemas/WarehouseAddress"
          },
          "portOfEntry": {
            "$ref": "#/components/schemas/PortCode"
          },
          "modeOfTransport": {
            "$ref": "#/components/schemas/ModeOfTransport"
          },
          "carrierScac": {
            "$ref": "#/components/schemas/CarrierScac"
          },
          "notification": {
            "type": "object",
            "description": "How the warehouse is told.",
            "required": [
              "channel",
              "secretSet"
            ],
            "properties": {
              "channel": {
                "type": "string",
                "enum": [
                  "none",
                  "email",
                  "webhook"
                ],
                "description": "The channel."
              },
              "email": {
                "$ref": "#/components/schemas/Email"
              },
              "url": {
                "$ref": "#/components/schemas/Url"
              },
              "instructions": {
                "$ref": "#/components/schemas/LongText"
              },
              "secretSet": {
                "type": "boolean",
                "description": "A secret is stored."
              }
            }
          }
        }
      },
      "Warehouse": {
        "description": "The stored warehouse, as its sync answers.",
        "allOf": [
          {
            "$ref": "#/components/schemas/StoredWarehouse"
          },
          {
            "type": "object",
            "description": "What the sync did.",
            "required": [
              "created"
            ],
            "properties": {
              "created": {
                "type": "boolean",
                "description": "True when this request created the record."
              }
            }
          }
        ]
      },
      "WarehouseList": {
        "type": "object",
        "description": "A page of warehouses, newest first; one that is synced again keeps its place. A page may hold fewer than `limit`; follow `next_cursor` until it is null.",
        "required": [
          "data",
          "next_cursor"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Warehouses.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/StoredWarehouse"
            }
          },
          "next_cursor": {
            "description": "Null on the last page.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Cursor"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "BrokerSubmissionInput": {
        "type": "object",
        "description": "How the broker receives a customs package.",
        "additionalProperties": false,
        "required": [
          "type"
        ],
        "properties": {
          "type": {
            "$ref": "#/components/schemas/SubmissionType"
          },
          "email": {
            "$ref": "#/components/schemas/Email"
          },
          "url": {
            "$ref": "#/components/schemas/Url"
          },
          "secret": {
            "$ref": "#/components/schemas/Secret"
          },
          "columnMap": {
            "type": "string",
            "description": "Name of the column map of the CSV.",
            "maxLength": 60,
            "pattern": "^[a-z0-9-]+$",
            "examples": [
              "canonical"
            ]
          },
          "policy": {
            "type": "string",
            "enum": [
              "at_least_once",
              "at_most_once"
            ],
            "default": "at_least_once",
            "description": "What happens after an attempt whose outcome nobody can know: `at_least_once` sends again and says so, `at_most_once` stops at `unknown`. Not for `borderbuddy`."
          },
          "keyWindowSeconds": {
            "type": "integer",
            "format": "int32",
            "minimum": 60,
            "maximum": 2592000,
            "default": 86400,
            "description": "How long an HTTP broker remembers an idempotency key."
          },
          "queryable": {
            "type": "boolean",
            "default": true,
            "description": "An HTTP broker can be asked whether it holds a submission."
          },
          "settleSeconds": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 3600,
            "default": 60,
            "description": "How long after a send a look-up is reliable."
          },
          "maxBodyBytes": {
            "type": "integer",
            "format": "int32",
            "minimum": 65536,
            "maximum": 67108864,
            "default": 8388608,
            "description": "Largest message that the broker accepts, a mail with its files included. Where it is too small, the largest files are left out and named with their SHA-256; a message that does not fit even so is refused at execute."
          },
          "concurrency": {
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 4,
            "default": 1,
            "description": "Simultaneous attempts."
          }
        }
      },
      "BrokerInput": {
        "type": "object",
        "description": "A customs broker. Only a broker files with CBP; EntryGo hands a package over.",
        "additionalProperties": false,
        "required": [
          "externalId",
          "name",
          "submission"
        ],
        "properties": {
          "externalId": {
            "$ref": "#/components/schemas/ExternalId"
          },
          "name": {
            "$ref": "#/components/schemas/Text"
          },
          "address": {
            "$ref": "#/components/schemas/Party"
          },
          "filerCode": {
            "type": "string",
            "description": "CBP filer code.",
            "minLength": 3,
            "maxLength": 3,
            "pattern": "^[A-Z0-9]{3}$",
            "examples": [
              "X9Z"
            ]
          },
          "poaOnFile": {
            "type": "boolean",
            "description": "The broker holds a power of attorney from the importer of record."
          },
          "submission": {
            "$ref": "#/components/schemas/BrokerSubmissionInput"
          }
        }
      },
      "StoredBroker": {
        "type": "object",
        "description": "A stored broker.",
        "required": [
          "id",
          "externalId",
          "name",
          "submission"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/BrokerId"
          },
          "externalId": {
            "$ref": "#/components/schemas/ExternalId"
          },
          "name": {
            "$ref": "#/components/schemas/Text"
          },
          "address": {
            "$ref": "#/components/schemas/Party"
          },
          "filerCode": {
            "type": "string",
            "description": "CBP filer code.",
            "maxLength": 3,
            "pattern": "^[A-Z0-9]{3}$"
          },
          "poaOnFile": {
            "type": "boolean",
            "description": "The broker holds a power of attorney from the importer of record."
          },
          "submission": {
            "type": "object",
            "description": "How the broker receives a customs package. Defaults are filled in.",
            "required": [
              "type",
              "policy",
              "keyWindowSeconds",
              "queryable",
              "settleSeconds",
              "maxBodyBytes",
              "concurrency",
              "secretSet"
            ],
            "properties": {
              "type": {
                "$ref": "#/components/schemas/SubmissionType"
              },
              "email": {
                "$ref": "#/components/schemas/Email"
              },
              "url": {
                "$ref": "#/components/schemas/Url"
              },
              "columnMap": {
                "type": "string",
                "description": "Name of the column map of the CSV.",
                "maxLength": 60,
                "pattern": "^[a-z0-9-]+$"
              },
              "policy": {
                "type": "string",
                "enum": [
                  "at_least_once",
                  "at_most_once"
                ],
                "description": "Policy after an ambiguous attempt."
              },
              "keyWindowSeconds": {
                "type": "integer",
                "format": "int32",
                "minimum": 60,
                "maximum": 2592000,
                "description": "Key window of the broker."
              },
              "queryable": {
                "type": "boolean",
                "description": "The broker can be asked."
              },
              "settleSeconds": {
                "type": "integer",
                "format": "int32",
                "minimum": 0,
                "maximum": 3600,
                "description": "Settle time."
              },
              "maxBodyBytes": {
                "type": "integer",
                "format": "int32",
                "minimum": 65536,
                "maximum": 67108864,
                "description": "Largest body."
              },
              "concurrency": {
                "type": "integer",
                "format": "int32",
                "minimum": 1,
                "maximum": 4,
                "description": "Simultaneous attempts."
              },
              "secretSet": {
                "type": "boolean",
                "description": "A secret is stored."
              }
            }
          }
        }
      },
      "Broker": {
        "description": "The stored broker, as its sync answers.",
        "allOf": [
          {
            "$ref": "#/components/schemas/StoredBroker"
          },
          {
            "type": "object",
            "description": "What the sync did.",
            "required": [
              "created"
            ],
            "properties": {
              "created": {
                "type": "boolean",
                "description": "True when this request created the record."
              }
            }
          }
        ]
      },
      "BrokerList": {
        "type": "object",
        "description": "A page of brokers, newest first; one that is synced again keeps its place. A page may hold fewer than `limit`; follow `next_cursor` until it is null.",
        "required": [
          "data",
          "next_cursor"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Brokers.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/StoredBroker"
            }
          },
          "next_cursor": {
            "description": "Null on the last page.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Cursor"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "Importer": {
        "description": "The importer of record.",
        "type": "object",
        "additionalProperties": false,
        "required": [
          "name"
        ],
        "properties": {
          "name": {
            "$ref": "#/components/schemas/Text"
          },
          "street": {
            "$ref": "#/components/schemas/Text"
          },
          "city": {
            "$ref": "#/components/schemas/Text"
          },
          "region": {
            "$ref": "#/components/schemas/Text"
          },
          "postalCode": {
            "$ref": "#/components/schemas/Text"
          },
          "country": {
            "$ref": "#/components/schemas/CountryCode"
          },
          "contact": {
            "$ref": "#/components/schemas/Text"
          },
          "email": {
            "$ref": "#/components/schemas/Email"
          },
          "phone": {
            "$ref": "#/components/schemas/Text"
          },
          "taxId": {
            "$ref": "#/components/schemas/Text"
          },
          "mid": {
            "$ref": "#/components/schemas/Text"
          },
          "duns": {
            "$ref": "#/components/schemas/Text"
          },
          "fei": {
            "$ref": "#/components/schemas/Text"
          },
          "screening": {
            "type": "object",
            "description": "Result of a restricted-party screening done by the caller.",
            "additionalProperties": false,
            "required": [
              "listDate",
              "result"
            ],
            "properties": {
              "listDate": {
                "$ref": "#/components/schemas/Date"
              },
              "result": {
                "type": "string",
                "enum": [
                  "clear",
                  "possible",
                  "match"
                ],
                "description": "Outcome of the screening."
              }
            }
          },
          "iorNumber": {
            "type": "string",
            "description": "Importer of record number (EIN, SSN or CBP-assigned).",
            "minLength": 9,
            "maxLength": 14,
            "pattern": "^[A-Z0-9-]+$",
            "examples": [
              "12-3456789XX"
            ]
          },
          "isUsIor": {
            "type": "boolean",
            "description": "The importer of record is established in the United States."
          }
        }
      },
      "Bond": {
        "type": "object",
        "description": "The customs bond.",
        "additionalProperties": false,
        "required": [
          "type"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "single",
              "continuous"
            ],
            "description": "Kind of bond."
          },
          "number": {
            "$ref": "#/components/schemas/Text"
          }
        }
      },
      "InvoiceTerms": {
        "type": "object",
        "description": "What the invoice says about itself.",
        "additionalProperties": false,
        "properties": {
          "number": {
            "$ref": "#/components/schemas/Text"
          },
          "responsibleIndividual": {
            "description": "Employee of the exporter with knowledge of the transaction.",
            "$ref": "#/components/schemas/Text"
          },
          "language": {
            "type": "string",
            "default": "en",
            "description": "ISO 639-1 code of the invoice's language.",
            "minLength": 2,
            "maxLength": 2,
            "pattern": "^[a-z]{2}$"
          }
        }
      },
      "Assist": {
        "type": "object",
        "description": "Something the buyer supplied for the production (19 CFR 152.103).",
        "additionalProperties": false,
        "required": [
          "type",
          "amountUsd"
        ],
        "properties": {
          "type": {
            "$ref": "#/components/schemas/Text"
          },
          "amountUsd": {
            "$ref": "#/components/schemas/Usd"
          }
        }
      },
      "Gate": {
        "type": "object",
        "description": "When an export needs an approval before it may be executed.",
        "additionalProperties": false,
        "properties": {
          "mode": {
            "type": "string",
            "enum": [
              "server",
              "caller"
            ],
            "default": "server",
            "description": "`server`: a REVIEW_REQUIRED plan needs an approval record; `caller`: the caller decides."
          },
          "valueOverUsd": {
            "$ref": "#/components/schemas/Usd"
          },
          "flags": {
            "type": "array",
            "description": "Flags that always need an approval.",
            "maxItems": 60,
            "uniqueItems": true,
            "items": {
              "$ref": "#/components/schemas/Flag"
            }
          },
          "approvalTtlHours": {
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 720,
            "default": 168,
            "description": "How long an approval lives."
          }
        }
      },
      "AccountProfileInput": {
        "type": "object",
        "description": "The account's importer, bond, defaults and gate. Replaced as a whole.",
        "additionalProperties": false,
        "required": [
          "accountId"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "seller": {
            "$ref": "#/components/schemas/Party"
          },
          "importer": {
            "$ref": "#/components/schemas/Importer"
          },
          "bond": {
            "$ref": "#/components/schemas/Bond"
          },
          "invoice": {
            "$ref": "#/components/schemas/InvoiceTerms"
          },
          "orderDefaults": {
            "type": "object",
            "description": "Used where an order is silent.",
            "additionalProperties": false,
            "properties": {
              "incoterm": {
                "$ref": "#/components/schemas/Incoterm"
              },
              "relatedParty": {
                "type": "boolean",
                "description": "Seller and buyer are related."
              },
              "assists": {
                "type": "array",
                "description": "Assists; an empty list states that there are none.",
                "maxItems": 50,
                "items": {
                  "$ref": "#/components/schemas/Assist"
                }
              }
            }
          },
          "gate": {
            "$ref": "#/components/schemas/Gate"
          },
          "idempotencyKey": {
            "$ref": "#/components/schemas/IdempotencyKey"
          }
        }
      },
      "AccountProfile": {
        "type": "object",
        "description": "The stored profile. An account that never set one gets the defaults.",
        "required": [
          "accountId",
          "gate"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "seller": {
            "$ref": "#/components/schemas/Party"
          },
          "importer": {
            "$ref": "#/components/schemas/Importer"
          },
          "bond": {
            "$ref": "#/components/schemas/Bond"
          },
          "invoice": {
            "$ref": "#/components/schemas/InvoiceTerms"
          },
          "orderDefaults": {
            "type": "object",
            "description": "Used where an order is silent.",
            "properties": {
              "incoterm": {
                "$ref": "#/components/schemas/Incoterm"
              },
              "relatedParty": {
                "type": "boolean",
                "description": "Seller and buyer are related."
              },
              "assists": {
                "type": "array",
                "description": "Assists.",
                "maxItems": 50,
                "items": {
                  "$ref": "#/components/schemas/Assist"
                }
              }
            }
          },
          "gate": {
            "type": "object",
            "description": "When an export needs an approval. Defaults are filled in.",
            "required": [
              "mode",
              "flags",
              "approvalTtlHours"
            ],
            "properties": {
              "mode": {
                "type": "string",
                "enum": [
                  "server",
                  "caller"
                ],
                "description": "Who gates."
              },
              "valueOverUsd": {
                "$ref": "#/components/schemas/Usd"
              },
              "flags": {
                "type": "array",
                "description": "Flags that always need an approval.",
                "maxItems": 60,
                "items": {
                  "$ref": "#/components/schemas/Flag"
                }
              },
              "approvalTtlHours": {
                "type": "integer",
                "format": "int32",
                "minimum": 1,
                "maximum": 720,
                "description": "How long an approval lives."
              }
            }
          }
        }
      },
      "Incoterm": {
        "type": "string",
        "enum": [
          "EXW",
          "FCA",
          "FAS",
          "FOB",
          "CFR",
          "CIF",
          "CPT",
          "CIP",
          "DAP",
          "DPU",
          "DDP"
        ],
        "description": "Incoterms 2020 rule."
      },
      "ModeOfTransport": {
        "type": "string",
        "enum": [
          "truck",
          "air",
          "ocean",
          "rail",
          "mail"
        ],
        "description": "Mode of transport at the border."
      },
      "CarrierScac": {
        "type": "string",
        "description": "Standard Carrier Alpha Code.",
        "minLength": 2,
        "maxLength": 4,
        "pattern": "^[A-Z]{2,4}$",
        "examples": [
          "ABCD"
        ]
      },
      "UnitPrice": {
        "type": "object",
        "description": "Unit price in the currency of the invoice. Shown beside the US dollar values; nothing is converted.",
        "additionalProperties": false,
        "required": [
          "amount",
          "currency"
        ],
        "properties": {
          "amount": {
            "$ref": "#/components/schemas/Decimal"
          },
          "currency": {
            "$ref": "#/components/schemas/CurrencyCode"
          }
        }
      },
      "OrderLineInput": {
        "type": "object",
        "description": "One line of an order. Facts given here (those of one lot) beat the product's.",
        "additionalProperties": false,
        "required": [
          "productId",
          "quantity",
          "unitValueUsd"
        ],
        "properties": {
          "productId": {
            "$ref": "#/components/schemas/ProductId"
          },
          "quantity": {
            "$ref": "#/components/schemas/Quantity"
          },
          "unitValueUsd": {
            "$ref": "#/components/schemas/Usd"
          },
          "lineId": {
            "type": "string",
            "description": "Identifies the line inside its order; its position, from `1`, when absent.",
            "minLength": 1,
            "maxLength": 40,
            "pattern": "^[A-Za-z0-9._-]+$",
            "examples": [
              "1"
            ]
          },
          "uom": {
            "$ref": "#/components/schemas/Uom"
          },
          "unitPrice": {
            "$ref": "#/components/schemas/UnitPrice"
          },
          "lineTotalUsd": {
            "$ref": "#/components/schemas/Usd"
          },
          "customsValueUsd": {
            "description": "Value for customs of goods that are free of charge.",
            "$ref": "#/components/schemas/Usd"
          },
          "customsQty1": {
            "description": "Quantity in the first unit of the tariff line.",
            "$ref": "#/components/schemas/Decimal"
          },
          "customsQty2": {
            "description": "Quantity in the second unit of the tariff line.",
            "$ref": "#/components/schemas/Decimal"
          },
          "netWeightKg": {
            "$ref": "#/components/schemas/Decimal"
          },
          "grossWeightKg": {
            "$ref": "#/components/schemas/Decimal"
          },
          "countryOfOrigin": {
            "$ref": "#/components/schemas/CountryCode"
          },
          "lotOrSerial": {
            "$ref": "#/components/schemas/Text"
          },
          "manufacturer": {
            "$ref": "#/components/schemas/Party"
          },
          "metals": {
            "$ref": "#/components/schemas/Metals"
          },
          "ch99Codes": {
            "type": "array",
            "description": "Chapter 99 headings the caller carries.",
            "maxItems": 10,
            "items": {
              "$ref": "#/components/schemas/HtsCode"
            }
          },
          "provenance": {
            "$ref": "#/components/schemas/ProvenanceByField"
          }
        }
      },
      "OrderLine": {
        "type": "object",
        "description": "A stored line.",
        "required": [
          "productId",
          "quantity",
          "unitValueUsd",
          "lineId",
          "lineValueUsd"
        ],
        "properties": {
          "lineValueUsd": {
            "description": "quantity × unitValueUsd, rounded half-up to the cent once.",
            "$ref": "#/components/schemas/UsdTotal"
          },
          "productId": {
            "$ref": "#/components/schemas/ProductId"
          },
          "quantity": {
            "$ref": "#/components/schemas/Quantity"
          },
          "unitValueUsd": {
            "$ref": "#/components/schemas/Usd"
          },
          "lineId": {
            "type": "string",
            "description": "Identifies the line inside its order; its position, from `1`, when absent.",
            "minLength": 1,
            "maxLength": 40,
            "pattern": "^[A-Za-z0-9._-]+$",
            "examples": [
              "1"
            ]
          },
          "uom": {
            "$ref": "#/components/schemas/Uom"
          },
          "unitPrice": {
            "$ref": "#/components/schemas/UnitPrice"
          },
          "lineTotalUsd": {
            "$ref": "#/components/schemas/Usd"
          },
          "customsValueUsd": {
            "description": "Value for customs of goods that are free of charge.",
            "$ref": "#/components/schemas/Usd"
          },
          "customsQty1": {
            "description": "Quantity in the first unit of the tariff line.",
            "$ref": "#/components/schemas/Decimal"
          },
          "customsQty2": {
            "description": "Quantity in the second unit of the tariff line.",
            "$ref": "#/components/schemas/Decimal"
          },
          "netWeightKg": {
            "$ref": "#/components/schemas/Decimal"
          },
          "grossWeightKg": {
            "$ref": "#/components/schemas/Decimal"
          },
          "countryOfOrigin": {
            "$ref": "#/components/schemas/CountryCode"
          },
          "lotOrSerial": {
            "$ref": "#/components/schemas/Text"
          },
          "manufacturer": {
            "$ref": "#/components/schemas/Party"
          },
          "metals": {
            "$ref": "#/components/schemas/Metals"
          },
          "ch99Codes": {
            "type": "array",
            "description": "Chapter 99 headings the caller carries.",
            "maxItems": 10,
            "items": {
              "$ref": "#/components/schemas/HtsCode"
            }
          },
          "provenance": {
            "$ref": "#/components/schemas/ProvenanceByField"
          }
        }
      },
      "Charge": {
        "type": "object",
        "description": "A charge on the invoice and whether the prices include it.",
        "additionalProperties": false,
        "required": [
          "type",
          "amountUsd",
          "included"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "freight",
              "insurance",
              "packing",
              "commission",
              "royalty",
              "discount",
              "other"
            ],
            "description": "Kind of charge."
          },
          "amountUsd": {
            "$ref": "#/components/schemas/Usd"
          },
          "included": {
            "type": "boolean",
            "description": "The line prices include it."
          }
        }
      },
      "PackageContent": {
        "type": "object",
        "description": "How much of a line is in the package.",
        "additionalProperties": false,
        "required": [
          "lineId",
          "quantity"
        ],
        "properties": {
          "lineId": {
            "type": "string",
            "description": "A line of this order.",
            "maxLength": 40,
            "pattern": "^[A-Za-z0-9._-]+$"
          },
          "quantity": {
            "$ref": "#/components/schemas/Quantity"
          }
        }
      },
      "ShippingPackage": {
        "type": "object",
        "description": "One physical package.",
        "additionalProperties": false,
        "required": [
          "id"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/ExternalId"
          },
          "type": {
            "$ref": "#/components/schemas/Text"
          },
          "marks": {
            "$ref": "#/components/schemas/Text"
          },
          "grossKg": {
            "$ref": "#/components/schemas/Decimal"
          },
          "netKg": {
            "$ref": "#/components/schemas/Decimal"
          },
          "contents": {
            "type": "array",
            "description": "What is in it.",
            "maxItems": 200,
            "items": {
              "$ref": "#/components/schemas/PackageContent"
            }
          },
          "ispm15": {
            "type": "boolean",
            "description": "Wood packaging carries the ISPM 15 mark."
          }
        }
      },
      "OrderInput": {
        "type": "object",
        "description": "An order. Its lines replace those of an earlier sync of the same `externalId`.",
        "additionalProperties": false,
        "required": [
          "externalId",
          "destinationCountry",
          "items"
        ],
        "properties": {
          "externalId": {
            "$ref": "#/components/schemas/ExternalId"
          },
          "destinationCountry": {
            "$ref": "#/components/schemas/CountryCode"
          },
          "destinationRegion": {
            "$ref": "#/components/schemas/Text"
          },
          "destinationPostalCode": {
            "$ref": "#/components/schemas/Text"
          },
          "items": {
            "type": "array",
            "description": "The lines.",
            "minItems": 1,
            "maxItems": 200,
            "items": {
              "$ref": "#/components/schemas/OrderLineInput"
            }
          },
          "metadata": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "seller": {
            "$ref": "#/components/schemas/Party"
          },
          "buyer": {
            "$ref": "#/components/schemas/Party"
          },
          "consignee": {
            "$ref": "#/components/schemas/Party"
          },
          "saleDate": {
            "$ref": "#/components/schemas/Date"
          },
          "incoterm": {
            "$ref": "#/components/schemas/Incoterm"
          },
          "invoiceCurrency": {
            "default": "USD",
            "$ref": "#/components/schemas/CurrencyCode"
          },
          "relatedParty": {
            "type": "boolean",
            "description": "Seller and buyer are related."
          },
          "assists": {
            "type": "array",
            "description": "Assists; an empty list states that there are none.",
            "maxItems": 50,
            "items": {
              "$ref": "#/components/schemas/Assist"
            }
          },
          "invoice": {
            "$ref": "#/components/schemas/InvoiceTerms"
          },
          "charges": {
            "type": "array",
            "description": "Itemised charges; an empty list states that there are none.",
            "maxItems": 50,
            "items": {
              "$ref": "#/components/schemas/Charge"
            }
          },
          "packages": {
            "type": "array",
            "description": "Packages.",
            "maxItems": 500,
            "items": {
              "$ref": "#/components/schemas/ShippingPackage"
            }
          }
        }
      },
      "StoredOrder": {
        "type": "object",
        "description": "The stored order.",
        "required": [
          "id",
          "externalId",
          "destinationCountry",
          "items",
          "totalValueUsd",
          "lineCount"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/OrderId"
          },
          "externalId": {
            "$ref": "#/components/schemas/ExternalId"
          },
          "destinationCountry": {
            "$ref": "#/components/schemas/CountryCode"
          },
          "destinationRegion": {
            "$ref": "#/components/schemas/Text"
          },
          "destinationPostalCode": {
            "$ref": "#/components/schemas/Text"
          },
          "items": {
            "type": "array",
            "description": "The lines.",
            "minItems": 1,
            "maxItems": 200,
            "items": {
              "$ref": "#/components/schemas/OrderLine"
            }
          },
          "metadata": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "totalValueUsd": {
            "description": "Sum of the rounded line values.",
            "$ref": "#/components/schemas/UsdTotal"
          },
          "lineCount": {
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 200,
            "description": "Number of lines."
          },
          "seller": {
            "$ref": "#/components/schemas/Party"
          },
          "buyer": {
            "$ref": "#/components/schemas/Party"
          },
          "consignee": {
            "$ref": "#/components/schemas/Party"
          },
          "saleDate": {
            "$ref": "#/components/schemas/Date"
          },
          "incoterm": {
            "$ref": "#/components/schemas/Incoterm"
          },
          "invoiceCurrency": {
            "default": "USD",
            "$ref": "#/components/schemas/CurrencyCode"
          },
          "relatedParty": {
            "type": "boolean",
            "description": "Seller and buyer are related."
          },
          "assists": {
            "type": "array",
            "description": "Assists; an empty list states that there are none.",
            "maxItems": 50,
            "items": {
              "$ref": "#/components/schemas/Assist"
            }
          },
          "invoice": {
            "$ref": "#/components/schemas/InvoiceTerms"
          },
          "charges": {
            "type": "array",
            "description": "Itemised charges; an empty list states that there are none.",
            "maxItems": 50,
            "items": {
              "$ref": "#/components/schemas/Charge"
            }
          },
          "packages": {
            "type": "array",
            "description": "Packages.",
            "maxItems": 500,
            "items": {
              "$ref": "#/components/schemas/ShippingPackage"
            }
          }
        }
      },
      "Order": {
        "description": "The stored order, as its sync answers.",
        "allOf": [
          {
            "$ref": "#/components/schemas/StoredOrder"
          },
          {
            "type": "object",
            "description": "What the sync did.",
            "required": [
              "created"
            ],
            "properties": {
              "created": {
                "type": "boolean",
                "description": "True when this request created the record."
              }
            }
          }
        ]
      },
      "OrderList": {
        "type": "object",
        "description": "A page of orders, newest first; one that is synced again keeps its place. A page may hold fewer than `limit`; follow `next_cursor` until it is null.",
        "required": [
          "data",
          "next_cursor"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Orders.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/StoredOrder"
            }
          },
          "next_cursor": {
            "description": "Null on the last page.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Cursor"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "Shipment": {
        "type": "object",
        "description": "Facts of the shipment. They beat those of the warehouse record.",
        "additionalProperties": false,
        "properties": {
          "modeOfTransport": {
            "$ref": "#/components/schemas/ModeOfTransport"
          },
          "portOfEntry": {
            "$ref": "#/components/schemas/PortCode"
          },
          "estimatedEntryDate": {
            "description": "The entry date decides which law is read.",
            "$ref": "#/components/schemas/Date"
          },
          "exportDate": {
            "$ref": "#/components/schemas/Date"
          },
          "carrierScac": {
            "$ref": "#/components/schemas/CarrierScac"
          },
          "proBill": {
            "$ref": "#/components/schemas/Text"
          },
          "isf": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "entryType": {
            "type": "string",
            "enum": [
              "01",
              "03",
              "06",
              "11",
              "86",
              "321"
            ],
            "description": "Entry type wished for. `86` and `321` exist to be refused by the plan: de minimis is suspended."
          }
        }
      },
      "ReadinessState": {
        "type": "string",
        "enum": [
          "READY",
          "REVIEW_REQUIRED",
          "BLOCKED"
        ],
        "description": "READY: nothing known is in the way, by the rule groups the pack holds. REVIEW_REQUIRED: a person or a policy has to decide. BLOCKED: must not be executed. Unknown is never READY. An unknown value must never pass a gate."
      },
      "ExportStatus": {
        "type": "string",
        "enum": [
          "dry_run",
          "planned",
          "executed"
        ],
        "description": "Stored lifecycle status."
      },
      "ExportState": {
        "type": "string",
        "enum": [
          "dry_run",
          "blocked",
          "awaiting_approval",
          "executable",
          "handing_off",
          "completed",
          "needs_action"
        ],
        "description": "Computed from committed records at the time of reading. `completed` and `needs_action` end a wait."
      },
      "NextAction": {
        "type": "string",
        "enum": [
          "PLAN",
          "SUPPLY_MISSING_DATA",
          "CHANGE_AND_REPLAN",
          "REVIEW_AND_APPROVE",
          "REVIEW_AND_EXECUTE",
          "EXECUTE",
          "WAIT",
          "NONE",
          "FIX_AND_EXECUTE_AGAIN",
          "CONFIRM_WITH_BROKER"
        ],
        "description": "What the caller should do next."
      },
      "Severity": {
        "type": "string",
        "enum": [
          "BLOCK",
          "REVIEW",
          "INFO"
        ],
        "description": "Weight of a finding."
      },
      "FindingCode": {
        "type": "string",
        "enum": [
          "MISSING_DATA",
          "INVALID_DATA",
          "QUESTION",
          "NOT_ALLOWED",
          "CHECK",
          "NOTICE"
        ],
        "description": "Kind of a finding."
      },
      "Confidence": {
        "type": "string",
        "enum": [
          "H",
          "M",
          "L"
        ],
        "description": "How well the rule is founded: H official text read, M excerpt or a source that cites it, L general knowledge."
      },
      "RuleId": {
        "type": "string",
        "description": "A rule of the pack or of the engine (`PLAN-01` to `PLAN-03`).",
        "minLength": 3,
        "maxLength": 20,
        "pattern": "^[A-Z0-9]{2,6}-[A-Z0-9/-]{1,12}$",
        "examples": [
          "INV-07"
        ]
      },
      "Flag": {
        "type": "string",
        "description": "A fact of the plan to branch on.",
        "enum": [
          "SECTION_232_METALS",
          "SECTION_232_AUTOS",
          "SECTION_232_TRUCKS",
          "SECTION_232_WOOD",
          "SECTION_232_SEMICONDUCTORS",
          "SECTION_232_PHARMA",
          "SECTION_232_UAS",
          "SECTION_232_POLYSILICON",
          "SECTION_338_CANADA",
          "SECTION_301_CHINA",
          "SECTION_301_FORCED_LABOR",
          "SECTION_301_BRAZIL",
          "SECTION_201_QUARTZ",
          "SECTION_122",
          "PGA_FDA_FOOD",
          "PGA_FDA_COS",
          "PGA_FDA_DRUG",
          "PGA_FDA_DEV",
          "PGA_FDA_RAD",
          "PGA_FDA_FCS",
          "PGA_FSIS",
          "PGA_APHIS",
          "PGA_LACEY",
          "PGA_EPA_TSCA",
          "PGA_EPA_WOOD",
          "PGA_EPA_PEST",
          "PGA_EPA_VNE",
          "PGA_EPA_ODS_HFC",
          "PGA_NHTSA",
          "PGA_CPSC",
          "PGA_FCC",
          "PGA_TTB",
          "PGA_ATF",
          "PGA_DEA",
          "PGA_FWS",
          "PGA_NMFS",
          "PGA_OMC",
          "PGA_AMS",
          "PGA_DDTC_OFAC",
          "IMPORT_BAN",
          "EMBARGO",
          "AD_CVD_CANDIDATE",
          "USMCA_CLAIMED",
          "FORCED_LABOR_CHECK",
          "FACT_DEFAULTED",
          "PARTY_SCREENING_HIT",
          "PARTY_SCREENING_NOT_DONE",
          "ORDER_ALREADY_EXPORTED",
          "ORDERS_EXCLUDED",
          "LAW_CHANGES_BEFORE_ENTRY",
          "RULE_PACK_OUT_OF_RANGE",
          "RULES_PARTIAL",
          "AS_OF_FIXED"
        ]
      },
      "TradeProgram": {
        "type": "string",
        "description": "A trade action.",
        "enum": [
          "SECTION_232_METALS",
          "SECTION_232_AUTOS",
          "SECTION_232_TRUCKS",
          "SECTION_232_WOOD",
          "SECTION_232_SEMICONDUCTORS",
          "SECTION_232_PHARMA",
          "SECTION_232_UAS",
          "SECTION_232_POLYSILICON",
          "SECTION_338_CANADA",
          "SECTION_301_CHINA",
          "SECTION_301_FORCED_LABOR",
          "SECTION_301_BRAZIL",
          "SECTION_201_QUARTZ",
          "SECTION_122"
        ]
      },
      "Fix": {
        "type": "object",
        "description": "What would clear the finding.",
        "required": [
          "field",
          "example",
          "who"
        ],
        "properties": {
          "field": {
            "$ref": "#/components/schemas/Text"
          },
          "example": {
            "$ref": "#/components/schemas/LongText"
          },
          "who": {
            "type": "string",
            "enum": [
              "owner",
              "warehouse",
              "broker",
              "manufacturer",
              "importer"
            ],
            "description": "Who can supply it."
          }
        }
      },
      "Finding": {
        "type": "object",
        "description": "The result of one rule at one fact.",
        "required": [
          "code",
          "severity",
          "message",
          "ruleId",
          "ruleRevision",
          "pointer",
          "fix",
          "citation",
          "confidence"
        ],
        "properties": {
          "code": {
            "$ref": "#/components/schemas/FindingCode"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "message": {
            "$ref": "#/components/schemas/LongText"
          },
          "ruleId": {
            "$ref": "#/components/schemas/RuleId"
          },
          "ruleRevision": {
            "description": "Day on which this revision of the rule was recorded.",
            "$ref": "#/components/schemas/Date"
          },
          "pointer": {
            "$ref": "#/components/schemas/JsonPointer"
          },
          "order_id": {
            "$ref": "#/components/schemas/OrderId"
          },
          "product_id": {
            "$ref": "#/components/schemas/ProductId"
          },
          "line_id": {
            "type": "string",
            "description": "Line inside the order.",
            "maxLength": 40,
            "pattern": "^[A-Za-z0-9._-]+$"
          },
          "expected": {
            "$ref": "#/components/schemas/LongText"
          },
          "at_execute": {
            "type": "string",
            "enum": [
              "BLOCK"
            ],
            "description": "Set when the finding refuses execute, whatever was approved."
          },
          "fix": {
            "$ref": "#/components/schemas/Fix"
          },
          "citation": {
            "description": "The authority.",
            "$ref": "#/components/schemas/LongText"
          },
          "confidence": {
            "$ref": "#/components/schemas/Confidence"
          }
        }
      },
      "MissingData": {
        "type": "object",
        "description": "One fact that is missing.",
        "required": [
          "field",
          "pointer",
          "requiredBy",
          "releases"
        ],
        "properties": {
          "order_id": {
            "$ref": "#/components/schemas/OrderId"
          },
          "product_id": {
            "$ref": "#/components/schemas/ProductId"
          },
          "field": {
            "$ref": "#/components/schemas/Text"
          },
          "pointer": {
            "$ref": "#/components/schemas/JsonPointer"
          },
          "requiredBy": {
            "type": "array",
            "description": "Rules that ask for it.",
            "maxItems": 200,
            "items": {
              "$ref": "#/components/schemas/RuleId"
            }
          },
          "releases": {
            "type": "array",
            "description": "Orders that wait for it.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/OrderId"
            }
          }
        }
      },
      "ReleaseChange": {
        "type": "object",
        "description": "The single change that would release the order.",
        "required": [
          "field",
          "pointer",
          "allowed"
        ],
        "properties": {
          "field": {
            "$ref": "#/components/schemas/Text"
          },
          "pointer": {
            "$ref": "#/components/schemas/JsonPointer"
          },
          "allowed": {
            "type": "array",
            "description": "Allowed values, or an example of one.",
            "maxItems": 300,
            "items": {
              "$ref": "#/components/schemas/LongText"
            }
          }
        }
      },
      "ExcludedOrder": {
        "type": "object",
        "description": "Why an order is out.",
        "required": [
          "order_id",
          "rule_ids",
          "release"
        ],
        "properties": {
          "order_id": {
            "$ref": "#/components/schemas/OrderId"
          },
          "rule_ids": {
            "type": "array",
            "description": "Rules that block it.",
            "maxItems": 200,
            "items": {
              "$ref": "#/components/schemas/RuleId"
            }
          },
          "release": {
            "description": "The single change that would release it; null when more than one is needed.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/ReleaseChange"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "EntryType": {
        "type": "string",
        "enum": [
          "01",
          "03",
          "11"
        ],
        "description": "Entry type: 01 formal, 03 antidumping or countervailing duty, 11 informal."
      },
      "ExportUnit": {
        "type": "object",
        "description": "Orders that would be entered together.",
        "required": [
          "id",
          "order_ids",
          "importer",
          "entry_type",
          "value_usd",
          "gross_kg",
          "line_count"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/ObjectId"
          },
          "order_ids": {
            "type": "array",
            "description": "Orders of the unit.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/OrderId"
            }
          },
          "importer": {
            "description": "Importer of record.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Text"
              },
              {
                "type": "null"
              }
            ]
          },
          "entry_type": {
            "$ref": "#/components/schemas/EntryType"
          },
          "value_usd": {
            "$ref": "#/components/schemas/UsdTotal"
          },
          "gross_kg": {
            "description": "Gross weight if every line or package gives one.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Decimal"
              },
              {
                "type": "null"
              }
            ]
          },
          "line_count": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 4000000,
            "description": "Lines of the unit."
          }
        }
      },
      "StrategyHint": {
        "type": "string",
        "enum": [
          "HOLD",
          "SPLIT",
          "FORMAL_03",
          "INFORMAL_11",
          "FORMAL_01_CONSOLIDATED"
        ],
        "description": "How the goods could be entered; the first in this order whose condition holds."
      },
      "Strategy": {
        "type": "object",
        "description": "The strategy hint with its reasons.",
        "required": [
          "hint",
          "reasons"
        ],
        "properties": {
          "hint": {
            "$ref": "#/components/schemas/StrategyHint"
          },
          "reasons": {
            "type": "array",
            "description": "Why.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/LongText"
            }
          }
        }
      },
      "TradeActionTreatment": {
        "type": "object",
        "description": "One trade action of a line. No duty amount is ever promised.",
        "required": [
          "heading",
          "program",
          "rate",
          "basis",
          "status",
          "why",
          "citation",
          "ruleId"
        ],
        "properties": {
          "heading": {
            "description": "Chapter 99 heading.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Text"
              },
              {
                "type": "null"
              }
            ]
          },
          "program": {
            "$ref": "#/components/schemas/TradeProgram"
          },
          "rate": {
            "description": "Rate as text.",
            "$ref": "#/components/schemas/Text"
          },
          "basis": {
            "type": "string",
            "enum": [
              "fullValue",
              "part"
            ],
            "description": "What the rate applies to."
          },
          "status": {
            "type": "string",
            "enum": [
              "applies",
              "needs_answer",
              "not_applied"
            ],
            "description": "Whether it applies."
          },
          "why": {
            "$ref": "#/components/schemas/LongText"
          },
          "citation": {
            "$ref": "#/components/schemas/LongText"
          },
          "ruleId": {
            "$ref": "#/components/schemas/RuleId"
          },
          "asks": {
            "type": "array",
            "description": "Product fields that would settle a treatment that needs an answer. Empty or absent when the pack itself cannot settle it.",
            "maxItems": 30,
            "items": {
              "type": "string",
              "description": "Dotted name of the field.",
              "maxLength": 80,
              "pattern": "^[A-Za-z0-9_.]+$",
              "examples": [
                "metals.aluminum.cast"
              ]
            }
          },
          "alternatives": {
            "type": "array",
            "description": "What may be filed instead, beside the other treatments of the same program; absent when there is nothing else.",
            "maxItems": 30,
            "items": {
              "$ref": "#/components/schemas/AlternativeHeading"
            }
          }
        }
      },
      "AlternativeHeading": {
        "type": "object",
        "description": "Another heading that may be filed for the same trade action.",
        "required": [
          "heading",
          "rate",
          "why"
        ],
        "properties": {
          "heading": {
            "description": "Chapter 99 heading.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Text"
              },
              {
                "type": "null"
              }
            ]
          },
          "rate": {
            "description": "Rate as text.",
            "$ref": "#/components/schemas/Text"
          },
          "why": {
            "$ref": "#/components/schemas/LongText"
          }
        }
      },
      "PgaTreatment": {
        "type": "object",
        "description": "One partner government agency program of a line.",
        "required": [
          "program",
          "agency",
          "flag",
          "requirement",
          "status",
          "disclaimCode",
          "data",
          "ruleId",
          "citation"
        ],
        "properties": {
          "program": {
            "$ref": "#/components/schemas/Text"
          },
          "agency": {
            "$ref": "#/components/schemas/Text"
          },
          "flag": {
            "description": "ACE agency flag.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Text"
              },
              {
                "type": "null"
              }
            ]
          },
          "requirement": {
            "type": "string",
            "enum": [
              "may",
              "must"
            ],
            "description": "May or must be required."
          },
          "status": {
            "type": "string",
            "enum": [
              "data",
              "disclaimed",
              "unknown"
            ],
            "description": "What the owner declared."
          },
          "disclaimCode": {
            "description": "Disclaimer code.",
            "oneOf": [
              {
                "type": "string",
                "enum": [
                  "A",
                  "B",
                  "C",
                  "D"
                ]
              },
              {
                "type": "null"
              }
            ]
          },
          "data": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "ruleId": {
            "$ref": "#/components/schemas/RuleId"
          },
          "citation": {
            "$ref": "#/components/schemas/LongText"
          }
        }
      },
      "LineTreatment": {
        "type": "object",
        "description": "Customs treatment of one evaluated line. Holds what the rule groups of the pack know; see `rulePack.groups`.",
        "required": [
          "order_id",
          "line_id",
          "product_id",
          "htsCode",
          "countryOfOrigin",
          "trade_actions",
          "pga"
        ],
        "properties": {
          "order_id": {
            "$ref": "#/components/schemas/OrderId"
          },
          "line_id": {
            "type": "string",
            "description": "Line inside the order.",
            "maxLength": 40,
            "pattern": "^[A-Za-z0-9._-]+$"
          },
          "product_id": {
            "$ref": "#/components/schemas/ProductId"
          },
          "htsCode": {
            "description": "Digits of the HTSUS number.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/HtsCode"
              },
              {
                "type": "null"
              }
            ]
          },
          "countryOfOrigin": {
            "description": "Country of origin.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/CountryCode"
              },
              {
                "type": "null"
              }
            ]
          },
          "trade_actions": {
            "type": "array",
            "description": "Section 232 and other trade actions.",
            "maxItems": 50,
            "items": {
              "$ref": "#/components/schemas/TradeActionTreatment"
            }
          },
          "pga": {
            "type": "array",
            "description": "Partner government agencies.",
            "maxItems": 30,
            "items": {
              "$ref": "#/components/schemas/PgaTreatment"
            }
          }
        }
      },
      "RulePackIdentity": {
        "type": "object",
        "description": "The rules the plan was made with.",
        "required": [
          "id",
          "version",
          "asOf",
          "validFrom",
          "validThrough",
          "digest",
          "groups"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "Jurisdiction of the pack.",
            "maxLength": 20,
            "pattern": "^[a-z0-9-]+$",
            "examples": [
              "us"
            ]
          },
          "version": {
            "type": "string",
            "description": "Version of the pack.",
            "maxLength": 20,
            "pattern": "^[0-9.]+$",
            "examples": [
              "2026.10"
            ]
          },
          "asOf": {
            "description": "The day on which the law was read.",
            "$ref": "#/components/schemas/Date"
          },
          "validFrom": {
            "$ref": "#/components/schemas/Date"
          },
          "validThrough": {
            "$ref": "#/components/schemas/Date"
          },
          "digest": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "groups": {
            "type": "array",
            "description": "Rule groups the pack holds. A group that is not listed was not looked at.",
            "maxItems": 60,
            "items": {
              "type": "string",
              "description": "Group.",
              "maxLength": 20,
              "pattern": "^[A-Z0-9]+$"
            }
          }
        }
      },
      "ApprovalPolicy": {
        "type": "object",
        "description": "Whether an approval is needed now, by the current profile. Not part of the hash.",
        "required": [
          "requiresApproval",
          "because"
        ],
        "properties": {
          "requiresApproval": {
            "type": "boolean",
            "description": "An approval record of this planHash is needed before execute."
          },
          "because": {
            "type": "array",
            "description": "`REVIEW_REQUIRED`, `VALUE` or `FLAG:<flag>`.",
            "maxItems": 60,
            "items": {
              "type": "string",
              "description": "Reason.",
              "maxLength": 80,
              "pattern": "^[A-Z0-9_:]+$"
            }
          }
        }
      },
      "DecidedFinding": {
        "type": "object",
        "description": "A finding as hashed. Wording is never hashed.",
        "required": [
          "ruleId",
          "ruleRevision",
          "code",
          "severity",
          "pointer"
        ],
        "properties": {
          "ruleId": {
            "$ref": "#/components/schemas/RuleId"
          },
          "ruleRevision": {
            "$ref": "#/components/schemas/Date"
          },
          "code": {
            "$ref": "#/components/schemas/FindingCode"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "pointer": {
            "$ref": "#/components/schemas/JsonPointer"
          }
        }
      },
      "PlanDecision": {
        "type": "object",
        "description": "The decision as hashed.",
        "required": [
          "readiness",
          "included",
          "excluded",
          "findings",
          "treatments",
          "units",
          "strategy"
        ],
        "properties": {
          "readiness": {
            "$ref": "#/components/schemas/ReadinessState"
          },
          "included": {
            "type": "array",
            "description": "Included orders.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/OrderId"
            }
          },
          "excluded": {
            "type": "array",
            "description": "Excluded orders.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/OrderId"
            }
          },
          "findings": {
            "type": "array",
            "description": "Findings.",
            "maxItems": 1000000,
            "items": {
              "$ref": "#/components/schemas/DecidedFinding"
            }
          },
          "treatments": {
            "type": "array",
            "description": "Treatments without wording.",
            "maxItems": 200000,
            "items": {
              "$ref": "#/components/schemas/OpenObject"
            }
          },
          "units": {
            "type": "array",
            "description": "Export units.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/OpenObject"
            }
          },
          "strategy": {
            "$ref": "#/components/schemas/StrategyHint"
          }
        }
      },
      "PlanInputs": {
        "type": "object",
        "description": "The normalised facts that planning looked at.",
        "required": [
          "orders",
          "products",
          "warehouse",
          "broker",
          "profile",
          "shipment"
        ],
        "properties": {
          "orders": {
            "description": "Orders by id.",
            "$ref": "#/components/schemas/RecordMap"
          },
          "products": {
            "description": "Products by id.",
            "$ref": "#/components/schemas/RecordMap"
          },
          "warehouse": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "broker": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "profile": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "shipment": {
            "$ref": "#/components/schemas/OpenObject"
          }
        }
      },
      "RecordMap": {
        "type": "object",
        "description": "Records by id.",
        "maxProperties": 200000,
        "additionalProperties": {
          "$ref": "#/components/schemas/OpenObject"
        }
      },
      "PlanSnapshot": {
        "type": "object",
        "description": "Exactly the hashed value: `planHash` is the SHA-256 of its RFC 8785 canonical JSON.",
        "required": [
          "v",
          "inputs",
          "decision"
        ],
        "properties": {
          "v": {
            "type": "integer",
            "format": "int32",
            "const": 1,
            "minimum": 1,
            "maximum": 1,
            "description": "Version of the snapshot's shape."
          },
          "inputs": {
            "$ref": "#/components/schemas/PlanInputs"
          },
          "decision": {
            "$ref": "#/components/schemas/PlanDecision"
          }
        }
      },
      "PlanRequest": {
        "type": "object",
        "description": "Ask what should happen if these orders go through this warehouse and this broker.",
        "additionalProperties": false,
        "required": [
          "accountId",
          "warehouseId",
          "brokerId",
          "orderIds"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "warehouseId": {
            "$ref": "#/components/schemas/WarehouseId"
          },
          "brokerId": {
            "$ref": "#/components/schemas/BrokerId"
          },
          "orderIds": {
            "type": "array",
            "description": "Synced orders, each once. At most 200,000 lines in all.",
            "minItems": 1,
            "maxItems": 20000,
            "uniqueItems": true,
            "items": {
              "$ref": "#/components/schemas/OrderId"
            }
          },
          "destinationCountry": {
            "type": "string",
            "description": "Only `US` can be planned; any other is `UNSUPPORTED_DESTINATION`.",
            "default": "US",
            "minLength": 2,
            "maxLength": 2,
            "pattern": "^[A-Z]{2}$"
          },
          "batchId": {
            "description": "Re-plan this export.",
            "$ref": "#/components/schemas/ExportId"
          },
          "dryRun": {
            "type": "boolean",
            "default": false,
            "description": "Decide without storing an export."
          },
          "asOf": {
            "description": "Day on which the law is read where no entry date is given; today in US Eastern time when absent.",
            "$ref": "#/components/schemas/Date"
          },
          "includeSnapshot": {
            "type": "boolean",
            "default": false,
            "description": "Add the hashed value as `snapshot`."
          },
          "shipment": {
            "$ref": "#/components/schemas/Shipment"
          },
          "idempotencyKey": {
            "$ref": "#/components/schemas/IdempotencyKey"
          }
        }
      },
      "ExportPlan": {
        "type": "object",
        "description": "The decision about the given orders.",
        "required": [
          "exportId",
          "batch_id",
          "state",
          "status",
          "warehouseId",
          "brokerId",
          "planHash",
          "readinessState",
          "validationMessages",
          "flags",
          "missing_data",
          "included_order_ids",
          "excluded_order_ids",
          "excluded",
          "export_units",
          "strategy",
          "treatments",
          "rulePack",
          "policy",
          "next_recommended_action"
        ],
        "properties": {
          "exportId": {
            "$ref": "#/components/schemas/ExportId"
          },
          "batch_id": {
            "$ref": "#/components/schemas/ExportId"
          },
          "state": {
            "$ref": "#/components/schemas/ExportState"
          },
          "status": {
            "$ref": "#/components/schemas/ExportStatus"
          },
          "warehouseId": {
            "$ref": "#/components/schemas/WarehouseId"
          },
          "brokerId": {
            "$ref": "#/components/schemas/BrokerId"
          },
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "readinessState": {
            "$ref": "#/components/schemas/ReadinessState"
          },
          "validationMessages": {
            "type": "array",
            "description": "Findings in a stable order.",
            "maxItems": 1000000,
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "flags": {
            "type": "array",
            "description": "Sorted unique flags.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/Flag"
            }
          },
          "missing_data": {
            "type": "array",
            "description": "Every gap at once.",
            "maxItems": 1000000,
            "items": {
              "$ref": "#/components/schemas/MissingData"
            }
          },
          "included_order_ids": {
            "type": "array",
            "description": "Included orders.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/OrderId"
            }
          },
          "excluded_order_ids": {
            "type": "array",
            "description": "Excluded orders.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/OrderId"
            }
          },
          "excluded": {
            "type": "array",
            "description": "Why each excluded order is out.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/ExcludedOrder"
            }
          },
          "export_units": {
            "type": "array",
            "description": "Grouping of the included orders.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/ExportUnit"
            }
          },
          "strategy": {
            "$ref": "#/components/schemas/Strategy"
          },
          "treatments": {
            "type": "array",
            "description": "Treatment per evaluated line, those of excluded orders too.",
            "maxItems": 200000,
            "items": {
              "$ref": "#/components/schemas/LineTreatment"
            }
          },
          "rulePack": {
            "$ref": "#/components/schemas/RulePackIdentity"
          },
          "policy": {
            "$ref": "#/components/schemas/ApprovalPolicy"
          },
          "next_recommended_action": {
            "$ref": "#/components/schemas/NextAction"
          },
          "snapshot": {
            "$ref": "#/components/schemas/PlanSnapshot"
          }
        }
      },
      "DifferenceCause": {
        "type": "string",
        "enum": [
          "data",
          "rules",
          "warehouse",
          "broker",
          "profile",
          "shipment"
        ],
        "description": "Where a difference comes from: facts of an order or a product (`data`), the law or its records (`rules`; also when another day of the law was asked for), or what the plan was made for."
      },
      "AnyJson": {
        "description": "Any JSON value."
      },
      "PlanDifference": {
        "type": "object",
        "description": "One field that differs. A side that does not have it has no `before` or `after`; a record that came or went is one difference.",
        "required": [
          "pointer",
          "cause"
        ],
        "properties": {
          "pointer": {
            "type": "string",
            "description": "RFC 6901 pointer into the snapshot, with records of lists named by what identifies them instead of their position: lines by `lineId`, findings by rule, code and pointer, treatments by order and line, trade actions by program and heading, agency programs by program, units by their first order.",
            "maxLength": 2000,
            "pattern": "^(/[^\\x00-\\x1f\\x7f]*)?$",
            "examples": [
              "/inputs/products/prod_01k9m4wd3x7w0y4r6m1s8t5k2j/countryOfOrigin"
            ]
          },
          "cause": {
            "$ref": "#/components/schemas/DifferenceCause"
          },
          "before": {
            "$ref": "#/components/schemas/AnyJson"
          },
          "after": {
            "$ref": "#/components/schemas/AnyJson"
          }
        }
      },
      "ReadinessChange": {
        "type": "object",
        "description": "Readiness on both sides.",
        "required": [
          "before",
          "after"
        ],
        "properties": {
          "before": {
            "$ref": "#/components/schemas/ReadinessState"
          },
          "after": {
            "$ref": "#/components/schemas/ReadinessState"
          }
        }
      },
      "PlanDiff": {
        "type": "object",
        "description": "What is different in a plan from another plan of the same export.",
        "required": [
          "exportId",
          "planHash",
          "against",
          "readiness",
          "differences",
          "truncated"
        ],
        "properties": {
          "exportId": {
            "$ref": "#/components/schemas/ExportId"
          },
          "planHash": {
            "description": "The plan after.",
            "$ref": "#/components/schemas/PlanHash"
          },
          "against": {
            "description": "The plan before.",
            "$ref": "#/components/schemas/PlanHash"
          },
          "readiness": {
            "$ref": "#/components/schemas/ReadinessChange"
          },
          "differences": {
            "type": "array",
            "description": "The first 1,000 differences: inputs first, then decisions, each by pointer.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/PlanDifference"
            }
          },
          "truncated": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 2147483647,
            "description": "Differences that were left off."
          }
        }
      },
      "RuleMessages": {
        "type": "object",
        "description": "What the rule says, by the code of the finding; `{name}` stands for a value that it found.",
        "maxProperties": 20,
        "additionalProperties": {
          "$ref": "#/components/schemas/LongText"
        }
      },
      "RuleRecord": {
        "type": "object",
        "description": "One dated record of a rule. A rule has several when it weighs differently for other goods (`variant`), when the law changes on a date, or when a record was corrected (a later `recordedAt` of the same variant replaces it).",
        "required": [
          "ruleId",
          "variant",
          "group",
          "scope",
          "severity",
          "messages",
          "fix",
          "reads",
          "citation",
          "confidence",
          "effectiveFrom",
          "effectiveTo",
          "recordedAt"
        ],
        "properties": {
          "ruleId": {
            "$ref": "#/components/schemas/RuleId"
          },
          "variant": {
            "description": "Which of several records that stand side by side.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Text"
              },
              {
                "type": "null"
              }
            ]
          },
          "group": {
            "description": "Rule group.",
            "$ref": "#/components/schemas/Text"
          },
          "scope": {
            "type": "string",
            "enum": [
              "product",
              "line",
              "order",
              "export"
            ],
            "description": "What the rule looks at."
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "at_execute": {
            "type": "string",
            "enum": [
              "BLOCK"
            ],
            "description": "Set when the finding refuses execute, whatever was approved."
          },
          "messages": {
            "$ref": "#/components/schemas/RuleMessages"
          },
          "fix": {
            "$ref": "#/components/schemas/Fix"
          },
          "reads": {
            "type": "array",
            "description": "Facts that the rule reads: dotted fields of what it looks at (`scope`); a fact of another record starts with its name (`product.`, `order.`, `profile.`, `shipment.`, `warehouse.`, `broker.`).",
            "maxItems": 60,
            "items": {
              "type": "string",
              "description": "Dotted name of a field.",
              "maxLength": 80,
              "pattern": "^[A-Za-z0-9_.*]+$",
              "examples": [
                "product.htsCode"
              ]
            }
          },
          "citation": {
            "description": "The authority.",
            "$ref": "#/components/schemas/LongText"
          },
          "confidence": {
            "$ref": "#/components/schemas/Confidence"
          },
          "effectiveFrom": {
            "description": "First entry date on which the rule applies; null is no bound.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Date"
              },
              {
                "type": "null"
              }
            ]
          },
          "effectiveTo": {
            "description": "First entry date on which it applies no more; null is no bound.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Date"
              },
              {
                "type": "null"
              }
            ]
          },
          "recordedAt": {
            "description": "Day on which the record was written.",
            "$ref": "#/components/schemas/Date"
          },
          "htsPrefixes": {
            "type": "array",
            "description": "Only goods whose HTSUS number starts with one of these; all goods when absent.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/HtsPrefix"
            }
          },
          "exceptHtsPrefixes": {
            "type": "array",
            "description": "Goods that another record of the rule speaks of.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/HtsPrefix"
            }
          }
        }
      },
      "HtsPrefix": {
        "type": "string",
        "description": "First digits of HTSUS numbers.",
        "minLength": 2,
        "maxLength": 10,
        "pattern": "^[0-9]+$",
        "examples": [
          "6109"
        ]
      },
      "RuleList": {
        "type": "object",
        "description": "Records of one rule, in the order of variant, first day in force and day of recording.",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Records.",
            "minItems": 0,
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/RuleRecord"
            }
          }
        }
      },
      "Actor": {
        "type": "object",
        "description": "Who approves.",
        "additionalProperties": false,
        "required": [
          "type",
          "name"
        ],
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "person",
              "policy"
            ],
            "description": "A person or a policy."
          },
          "name": {
            "description": "Name of the person or the policy, with at least one character that is not a space.",
            "pattern": "\\S",
            "$ref": "#/components/schemas/Text"
          }
        }
      },
      "ApprovalRequest": {
        "type": "object",
        "description": "Approve one planHash.",
        "additionalProperties": false,
        "required": [
          "accountId",
          "planHash",
          "reason",
          "actor"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "reason": {
            "description": "Why it may be executed, with at least one character that is not a space.",
            "pattern": "\\S",
            "$ref": "#/components/schemas/LongText"
          },
          "actor": {
            "$ref": "#/components/schemas/Actor"
          },
          "expiresAt": {
            "description": "Later than now, at most 30 days ahead; the profile's hours when absent.",
            "$ref": "#/components/schemas/Timestamp"
          },
          "idempotencyKey": {
            "$ref": "#/components/schemas/IdempotencyKey"
          }
        }
      },
      "Approval": {
        "type": "object",
        "description": "An approval. It dies with the plan it was given to, also when a later plan has its hash again, and at its end.",
        "required": [
          "id",
          "export_id",
          "planHash",
          "actor",
          "reason",
          "approved_at",
          "expires_at",
          "live"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/ObjectId"
          },
          "export_id": {
            "$ref": "#/components/schemas/ExportId"
          },
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "actor": {
            "type": "object",
            "description": "Who approved.",
            "required": [
              "type",
              "name"
            ],
            "properties": {
              "type": {
                "type": "string",
                "enum": [
                  "person",
                  "policy"
                ],
                "description": "A person or a policy."
              },
              "name": {
                "$ref": "#/components/schemas/Text"
              }
            }
          },
          "reason": {
            "$ref": "#/components/schemas/LongText"
          },
          "approved_at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "expires_at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "live": {
            "type": "boolean",
            "description": "It approves the current plan, now."
          }
        }
      },
      "ExecuteRequest": {
        "type": "object",
        "description": "Apply the approved plan.",
        "additionalProperties": false,
        "required": [
          "accountId",
          "batchId"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "batchId": {
            "$ref": "#/components/schemas/ExportId"
          },
          "planHash": {
            "description": "The hash that was approved; refused when the export's plan has another.",
            "$ref": "#/components/schemas/PlanHash"
          },
          "acceptDuplicateRisk": {
            "type": "boolean",
            "default": false,
            "description": "Send again although the broker may hold the submission; only asked under policy `at_most_once`."
          },
          "idempotencyKey": {
            "$ref": "#/components/schemas/IdempotencyKey"
          }
        }
      },
      "ArtifactType": {
        "type": "string",
        "enum": [
          "cci_human_readable",
          "cci_pdf",
          "cci_csv",
          "cci_json",
          "packing_list",
          "manifest"
        ],
        "description": "Kind of artifact: commercial customs invoice as HTML, PDF, CSV and JSON, packing list, manifest."
      },
      "Artifact": {
        "type": "object",
        "description": "A generated file.",
        "required": [
          "artifact_type",
          "filename",
          "generated_at",
          "sha256",
          "size",
          "media_type"
        ],
        "properties": {
          "artifact_type": {
            "$ref": "#/components/schemas/ArtifactType"
          },
          "filename": {
            "type": "string",
            "description": "File name.",
            "maxLength": 100,
            "pattern": "^[a-z0-9_.-]+$",
            "examples": [
              "commercial_customs_invoice.html"
            ]
          },
          "generated_at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "sha256": {
            "$ref": "#/components/schemas/Sha256"
          },
          "size": {
            "type": "integer",
            "format": "int64",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "Bytes."
          },
          "media_type": {
            "type": "string",
            "description": "Media type.",
            "maxLength": 100,
            "pattern": "^[a-z]+/[a-z0-9.+-]+(; charset=utf-8)?$",
            "examples": [
              "text/html; charset=utf-8"
            ]
          }
        }
      },
      "PackageState": {
        "type": "string",
        "enum": [
          "generated",
          "handed_off"
        ],
        "description": "`handed_off` while a submission of it is `sent`."
      },
      "CustomsPackage": {
        "type": "object",
        "description": "A customs package.",
        "required": [
          "id",
          "exportBatchId",
          "packageNumber",
          "state",
          "createdAt",
          "artifacts"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/CustomsPackageId"
          },
          "exportBatchId": {
            "$ref": "#/components/schemas/ExportId"
          },
          "packageNumber": {
            "type": "string",
            "description": "Number for people; stands on every document.",
            "maxLength": 40,
            "pattern": "^[A-Z0-9-]+$",
            "examples": [
              "EG-20261121-7F3K9Q2M"
            ]
          },
          "state": {
            "$ref": "#/components/schemas/PackageState"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "artifacts": {
            "type": "array",
            "description": "Its files.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/Artifact"
            }
          }
        }
      },
      "NotificationStatus": {
        "type": "string",
        "enum": [
          "recorded",
          "prepared",
          "sending",
          "sent",
          "failed",
          "unknown"
        ],
        "description": "`recorded`: there is no channel to send it by."
      },
      "Notification": {
        "type": "object",
        "description": "A notification of the warehouse.",
        "required": [
          "id",
          "kind",
          "channel",
          "recipient",
          "status",
          "at",
          "attempts"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/ObjectId"
          },
          "kind": {
            "type": "string",
            "enum": [
              "warehouse"
            ],
            "description": "Whom it is for."
          },
          "channel": {
            "type": "string",
            "enum": [
              "none",
              "email",
              "webhook"
            ],
            "description": "Channel."
          },
          "recipient": {
            "description": "Address or URL.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Text"
              },
              {
                "type": "null"
              }
            ]
          },
          "status": {
            "$ref": "#/components/schemas/NotificationStatus"
          },
          "at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "attempts": {
            "type": "array",
            "description": "Newest attempts.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/Attempt"
            }
          }
        }
      },
      "SubmissionType": {
        "type": "string",
        "enum": [
          "email",
          "borderbuddy",
          "byob_email",
          "byob_webhook"
        ],
        "description": "How the broker is reached. A server refuses to store a broker of a type it has no transport for."
      },
      "SubmissionStatus": {
        "type": "string",
        "enum": [
          "prepared",
          "sending",
          "sent",
          "failed",
          "unknown"
        ],
        "description": "`sent`: the broker, or the next mail hop, took responsibility. `failed`: the broker does not hold it. `unknown`: it may have arrived and EntryGo will not send again by itself."
      },
      "AttemptOutcome": {
        "type": "string",
        "enum": [
          "accepted",
          "rejected",
          "not_sent",
          "unknown"
        ],
        "description": "Outcome of one attempt."
      },
      "Attempt": {
        "type": "object",
        "description": "One attempt to hand over.",
        "required": [
          "n",
          "started_at",
          "finished_at",
          "outcome",
          "evidence"
        ],
        "properties": {
          "n": {
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 1000000,
            "description": "Number of the attempt."
          },
          "started_at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "finished_at": {
            "description": "Null while open.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Timestamp"
              },
              {
                "type": "null"
              }
            ]
          },
          "outcome": {
            "description": "Null while open.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/AttemptOutcome"
              },
              {
                "type": "null"
              }
            ]
          },
          "evidence": {
            "description": "What was observed, as a code.",
            "oneOf": [
              {
                "type": "string",
                "maxLength": 40,
                "pattern": "^[a-z0-9_]+$",
                "examples": [
                  "smtp_250"
                ]
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "BrokerSubmission": {
        "type": "object",
        "description": "The hand-off to the broker.",
        "required": [
          "id",
          "submission_type",
          "status",
          "recipient_email",
          "subject",
          "sent_at",
          "error_message",
          "revision",
          "attempts",
          "duplicate_possible",
          "next_attempt_at"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/ObjectId"
          },
          "submission_type": {
            "$ref": "#/components/schemas/SubmissionType"
          },
          "status": {
            "$ref": "#/components/schemas/SubmissionStatus"
          },
          "recipient_email": {
            "description": "Null for HTTP types.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Email"
              },
              {
                "type": "null"
              }
            ]
          },
          "subject": {
            "description": "Null for HTTP types.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Text"
              },
              {
                "type": "null"
              }
            ]
          },
          "sent_at": {
            "description": "End of the first accepted attempt.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Timestamp"
              },
              {
                "type": "null"
              }
            ]
          },
          "error_message": {
            "description": "Last adverse evidence in words.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/LongText"
              },
              {
                "type": "null"
              }
            ]
          },
          "revision": {
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 1000000,
            "description": "Rises when a new message replaces a refused one."
          },
          "attempts": {
            "type": "array",
            "description": "Newest 20 attempts, oldest first.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/Attempt"
            }
          },
          "duplicate_possible": {
            "type": "boolean",
            "description": "The broker may have received this export more than once."
          },
          "next_attempt_at": {
            "description": "When EntryGo tries next.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Timestamp"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "EventType": {
        "type": "string",
        "description": "Kind of event. Clients must accept unknown names.",
        "enum": [
          "EXPORT_PLANNED",
          "EXPORT_BATCH_CREATED",
          "EXPORT_REPLANNED",
          "EXPORT_APPROVED",
          "CUSTOMS_PACKAGE_GENERATED",
          "CUSTOMS_ARTIFACT_GENERATED",
          "WAREHOUSE_NOTIFIED",
          "BROKER_SUBMISSION_PREPARED",
          "EXPORT_EXECUTED",
          "BROKER_SUBMISSION_SENT",
          "BROKER_NOTIFIED",
          "BROKER_SUBMISSION_FAILED",
          "BROKER_SUBMISSION_UNKNOWN"
        ]
      },
      "EventData": {
        "type": "object",
        "description": "What happened. Which keys are present depends on the type: EXPORT_PLANNED planHash, readinessState · EXPORT_BATCH_CREATED batch_id, included_order_count · EXPORT_REPLANNED planHash, previousPlanHash, readinessState · EXPORT_APPROVED approval_id, planHash, actor, reason, expires_at · CUSTOMS_PACKAGE_GENERATED customs_package_id, packageNumber · CUSTOMS_ARTIFACT_GENERATED artifact_type, filename, sha256, size · WAREHOUSE_NOTIFIED notification_id, channel · BROKER_SUBMISSION_PREPARED submission_id, submission_type, revision, previous_status · EXPORT_EXECUTED planHash, customs_package_id · BROKER_SUBMISSION_SENT submission_id, revision, attempt, broker_reference, duplicate_possible · BROKER_NOTIFIED submission_id · BROKER_SUBMISSION_FAILED submission_id, revision, reason (rejected, exhausted, bounced, not_received), evidence · BROKER_SUBMISSION_UNKNOWN submission_id, revision, reason (ambiguous, key_window, exhausted, restored), attempts_in_doubt.",
        "properties": {
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "previousPlanHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "readinessState": {
            "$ref": "#/components/schemas/ReadinessState"
          },
          "batch_id": {
            "$ref": "#/components/schemas/ExportId"
          },
          "included_order_count": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 20000,
            "description": "Number of included orders."
          },
          "approval_id": {
            "$ref": "#/components/schemas/ObjectId"
          },
          "actor": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "reason": {
            "$ref": "#/components/schemas/LongText"
          },
          "expires_at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "customs_package_id": {
            "$ref": "#/components/schemas/CustomsPackageId"
          },
          "packageNumber": {
            "$ref": "#/components/schemas/Text"
          },
          "artifact_type": {
            "$ref": "#/components/schemas/ArtifactType"
          },
          "filename": {
            "$ref": "#/components/schemas/Text"
          },
          "sha256": {
            "$ref": "#/components/schemas/Sha256"
          },
          "size": {
            "type": "integer",
            "format": "int64",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "Bytes."
          },
          "notification_id": {
            "$ref": "#/components/schemas/ObjectId"
          },
          "channel": {
            "type": "string",
            "enum": [
              "none",
              "email",
              "webhook"
            ],
            "description": "Channel."
          },
          "submission_id": {
            "$ref": "#/components/schemas/ObjectId"
          },
          "submission_type": {
            "$ref": "#/components/schemas/SubmissionType"
          },
          "revision": {
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 1000000,
            "description": "Revision of the submission."
          },
          "previous_status": {
            "description": "Status before.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/SubmissionStatus"
              },
              {
                "type": "null"
              }
            ]
          },
          "attempt": {
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 1000000,
            "description": "Number of the attempt."
          },
          "broker_reference": {
            "description": "Reference given by the broker.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Text"
              },
              {
                "type": "null"
              }
            ]
          },
          "duplicate_possible": {
            "type": "boolean",
            "description": "The broker may have received it more than once."
          },
          "evidence": {
            "description": "Code of what was observed.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Text"
              },
              {
                "type": "null"
              }
            ]
          },
          "attempts_in_doubt": {
            "type": "array",
            "description": "Attempts whose outcome is unknown.",
            "maxItems": 1000,
            "items": {
              "type": "integer",
              "format": "int32",
              "minimum": 1,
              "maximum": 1000000,
              "description": "Number of an attempt."
            }
          }
        }
      },
      "ExportEvent": {
        "type": "object",
        "description": "One thing that happened. `seq` has no gaps inside an export.",
        "required": [
          "id",
          "seq",
          "type",
          "at",
          "data"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/ObjectId"
          },
          "seq": {
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 2147483647,
            "description": "Position in the export's history."
          },
          "type": {
            "$ref": "#/components/schemas/EventType"
          },
          "at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "data": {
            "$ref": "#/components/schemas/EventData"
          }
        }
      },
      "ExecutedExport": {
        "type": "object",
        "description": "What execute did. The hand-off to the broker goes on after the answer; read its outcome with inspect.",
        "required": [
          "exportId",
          "batch_id",
          "planHash",
          "state",
          "status",
          "customs_package_id",
          "artifacts",
          "notifications",
          "broker_submission",
          "next_recommended_action"
        ],
        "properties": {
          "exportId": {
            "$ref": "#/components/schemas/ExportId"
          },
          "batch_id": {
            "$ref": "#/components/schemas/ExportId"
          },
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "state": {
            "$ref": "#/components/schemas/ExportState"
          },
          "status": {
            "$ref": "#/components/schemas/ExportStatus"
          },
          "customs_package_id": {
            "$ref": "#/components/schemas/CustomsPackageId"
          },
          "artifacts": {
            "type": "array",
            "description": "Generated files.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/Artifact"
            }
          },
          "notifications": {
            "type": "array",
            "description": "Notifications.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/Notification"
            }
          },
          "broker_submission": {
            "$ref": "#/components/schemas/BrokerSubmission"
          },
          "next_recommended_action": {
            "$ref": "#/components/schemas/NextAction"
          }
        }
      },
      "ApprovedPlan": {
        "type": "object",
        "description": "Identity of the planning snapshot and the decision as it was made.",
        "required": [
          "planHash",
          "plan_number",
          "planned_at",
          "warehouseId",
          "brokerId",
          "destinationCountry",
          "decision"
        ],
        "properties": {
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "plan_number": {
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 1000000,
            "description": "1 for the first plan of the export."
          },
          "planned_at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "warehouseId": {
            "$ref": "#/components/schemas/WarehouseId"
          },
          "brokerId": {
            "$ref": "#/components/schemas/BrokerId"
          },
          "destinationCountry": {
            "$ref": "#/components/schemas/CountryCode"
          },
          "asOf": {
            "description": "The day the caller fixed",
            "$ref": "#/components/schemas/Date"
          },
          "decision": {
            "$ref": "#/components/schemas/PlanDecision"
          }
        }
      },
      "Export": {
        "type": "object",
        "description": "Everything the export is now, computed from the committed record.",
        "required": [
          "exportId",
          "batch_id",
          "state",
          "status",
          "created_at",
          "warehouseId",
          "brokerId",
          "planHash",
          "readinessState",
          "validationMessages",
          "flags",
          "missing_data",
          "included_order_ids",
          "excluded_order_ids",
          "excluded",
          "export_units",
          "strategy",
          "treatments",
          "rulePack",
          "policy",
          "next_recommended_action",
          "plan",
          "customs_package_id",
          "customs_package",
          "artifacts",
          "notifications",
          "broker_submission",
          "previous_submissions",
          "approvals",
          "events"
        ],
        "properties": {
          "exportId": {
            "$ref": "#/components/schemas/ExportId"
          },
          "batch_id": {
            "$ref": "#/components/schemas/ExportId"
          },
          "state": {
            "$ref": "#/components/schemas/ExportState"
          },
          "status": {
            "$ref": "#/components/schemas/ExportStatus"
          },
          "created_at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "warehouseId": {
            "$ref": "#/components/schemas/WarehouseId"
          },
          "brokerId": {
            "$ref": "#/components/schemas/BrokerId"
          },
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "readinessState": {
            "$ref": "#/components/schemas/ReadinessState"
          },
          "validationMessages": {
            "type": "array",
            "description": "Findings in a stable order.",
            "maxItems": 1000000,
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "flags": {
            "type": "array",
            "description": "Sorted unique flags.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/Flag"
            }
          },
          "missing_data": {
            "type": "array",
            "description": "Every gap at once.",
            "maxItems": 1000000,
            "items": {
              "$ref": "#/components/schemas/MissingData"
            }
          },
          "included_order_ids": {
            "type": "array",
            "description": "Included orders.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/OrderId"
            }
          },
          "excluded_order_ids": {
            "type": "array",
            "description": "Excluded orders.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/OrderId"
            }
          },
          "excluded": {
            "type": "array",
            "description": "Why each excluded order is out.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/ExcludedOrder"
            }
          },
          "export_units": {
            "type": "array",
            "description": "Grouping of the included orders.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/ExportUnit"
            }
          },
          "strategy": {
            "$ref": "#/components/schemas/Strategy"
          },
          "treatments": {
            "type": "array",
            "description": "Treatment per evaluated line, those of excluded orders too.",
            "maxItems": 200000,
            "items": {
              "$ref": "#/components/schemas/LineTreatment"
            }
          },
          "rulePack": {
            "$ref": "#/components/schemas/RulePackIdentity"
          },
          "policy": {
            "$ref": "#/components/schemas/ApprovalPolicy"
          },
          "next_recommended_action": {
            "$ref": "#/components/schemas/NextAction"
          },
          "plan": {
            "$ref": "#/components/schemas/ApprovedPlan"
          },
          "customs_package_id": {
            "description": "Null until executed.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/CustomsPackageId"
              },
              {
                "type": "null"
              }
            ]
          },
          "customs_package": {
            "description": "Null until executed.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/CustomsPackage"
              },
              {
                "type": "null"
              }
            ]
          },
          "artifacts": {
            "type": "array",
            "description": "Generated files.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/Artifact"
            }
          },
          "notifications": {
            "type": "array",
            "description": "Notifications.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/Notification"
            }
          },
          "broker_submission": {
            "description": "Null until executed.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/BrokerSubmission"
              },
              {
                "type": "null"
              }
            ]
          },
          "previous_submissions": {
            "type": "array",
            "description": "Older revisions.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/BrokerSubmission"
            }
          },
          "approvals": {
            "type": "array",
            "description": "All approvals.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/Approval"
            }
          },
          "events": {
            "type": "array",
            "description": "The newest 1,000 events, oldest first; all of them by the events endpoint.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/ExportEvent"
            }
          }
        }
      },
      "ExportSummary": {
        "type": "object",
        "description": "One export in a list.",
        "required": [
          "exportId",
          "batch_id",
          "state",
          "status",
          "planHash",
          "readinessState",
          "warehouseId",
          "brokerId",
          "order_count",
          "created_at",
          "next_recommended_action"
        ],
        "properties": {
          "exportId": {
            "$ref": "#/components/schemas/ExportId"
          },
          "batch_id": {
            "$ref": "#/components/schemas/ExportId"
          },
          "state": {
            "$ref": "#/components/schemas/ExportState"
          },
          "status": {
            "$ref": "#/components/schemas/ExportStatus"
          },
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "readinessState": {
            "$ref": "#/components/schemas/ReadinessState"
          },
          "warehouseId": {
            "$ref": "#/components/schemas/WarehouseId"
          },
          "brokerId": {
            "$ref": "#/components/schemas/BrokerId"
          },
          "order_count": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 20000,
            "description": "Included orders."
          },
          "created_at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "next_recommended_action": {
            "$ref": "#/components/schemas/NextAction"
          }
        }
      },
      "Cursor": {
        "type": "string",
        "description": "Opaque position in a list.",
        "minLength": 1,
        "maxLength": 200,
        "pattern": "^[A-Za-z0-9_-]+$",
        "examples": [
          "MjAyNi0xMS0yMQ"
        ]
      },
      "ExportList": {
        "type": "object",
        "description": "A page of exports, newest first. A page may hold fewer than `limit`; follow `next_cursor` until it is null.",
        "required": [
          "data",
          "next_cursor"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Exports.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/ExportSummary"
            }
          },
          "next_cursor": {
            "description": "Null on the last page.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Cursor"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "EventList": {
        "type": "object",
        "description": "Events after a position.",
        "required": [
          "data",
          "next_after",
          "has_more"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Events in the order of `seq`.",
            "maxItems": 500,
            "items": {
              "$ref": "#/components/schemas/ExportEvent"
            }
          },
          "next_after": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 2147483647,
            "description": "Ask for events after this `seq` next."
          },
          "has_more": {
            "type": "boolean",
            "description": "More events are there already."
          }
        }
      },
      "WebhookId": {
        "type": "string",
        "description": "Id of an endpoint.",
        "minLength": 5,
        "maxLength": 64,
        "pattern": "^whk_[A-Za-z0-9]+$",
        "examples": [
          "whk_01k9m4wv7n3q8s2t5x1z6b9d4f"
        ]
      },
      "WebhookEvents": {
        "type": "array",
        "description": "Types of events to send; all when absent.",
        "minItems": 1,
        "maxItems": 100,
        "uniqueItems": true,
        "items": {
          "$ref": "#/components/schemas/EventType"
        }
      },
      "WebhookRequest": {
        "type": "object",
        "description": "An endpoint of the operator.",
        "additionalProperties": false,
        "required": [
          "accountId",
          "externalId",
          "url"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "externalId": {
            "$ref": "#/components/schemas/ExternalId"
          },
          "url": {
            "$ref": "#/components/schemas/Url"
          },
          "events": {
            "$ref": "#/components/schemas/WebhookEvents"
          },
          "active": {
            "type": "boolean",
            "default": true,
            "description": "False: nothing new is queued for it."
          },
          "idempotencyKey": {
            "$ref": "#/components/schemas/IdempotencyKey"
          }
        }
      },
      "WebhookActRequest": {
        "type": "object",
        "description": "An act on an endpoint of the account.",
        "additionalProperties": false,
        "required": [
          "accountId"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "idempotencyKey": {
            "$ref": "#/components/schemas/IdempotencyKey"
          }
        }
      },
      "WebhookReplayRequest": {
        "type": "object",
        "description": "Which events to send again.",
        "additionalProperties": false,
        "required": [
          "accountId",
          "exportId"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "exportId": {
            "$ref": "#/components/schemas/ExportId"
          },
          "after": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 2147483647,
            "default": 0,
            "description": "Only events after this `seq`."
          },
          "idempotencyKey": {
            "$ref": "#/components/schemas/IdempotencyKey"
          }
        }
      },
      "WebhookReplay": {
        "type": "object",
        "description": "Events that are queued again.",
        "required": [
          "webhook_id",
          "export_id",
          "after"
        ],
        "properties": {
          "webhook_id": {
            "$ref": "#/components/schemas/WebhookId"
          },
          "export_id": {
            "$ref": "#/components/schemas/ExportId"
          },
          "after": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 2147483647,
            "description": "Events after this `seq`."
          }
        }
      },
      "WebhookDelivery": {
        "type": "object",
        "description": "One message to an endpoint.",
        "required": [
          "message_id",
          "export_id",
          "status",
          "created_at",
          "attempts",
          "next_attempt_at"
        ],
        "properties": {
          "message_id": {
            "description": "The `webhook-id`: the id of the event, or of the test.",
            "$ref": "#/components/schemas/ObjectId"
          },
          "export_id": {
            "description": "Null for a test.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/ExportId"
              },
              {
                "type": "null"
              }
            ]
          },
          "status": {
            "$ref": "#/components/schemas/SubmissionStatus"
          },
          "created_at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "attempts": {
            "type": "array",
            "description": "Newest 20 attempts, oldest first.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/Attempt"
            }
          },
          "next_attempt_at": {
            "description": "When EntryGo tries next.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Timestamp"
              },
              {
                "type": "null"
              }
            ]
          }
        }
      },
      "Webhook": {
        "type": "object",
        "description": "A registered endpoint.",
        "required": [
          "id",
          "externalId",
          "url",
          "events",
          "active",
          "created",
          "old_secret_until",
          "pending_count",
          "recent_deliveries"
        ],
        "properties": {
          "id": {
            "$ref": "#/components/schemas/WebhookId"
          },
          "externalId": {
            "$ref": "#/components/schemas/ExternalId"
          },
          "url": {
            "$ref": "#/components/schemas/Url"
          },
          "events": {
            "$ref": "#/components/schemas/WebhookEvents"
          },
          "active": {
            "type": "boolean",
            "description": "False: switched off by its owner, or by an answer 410 of the endpoint."
          },
          "created": {
            "type": "boolean",
            "description": "True when this request created the record."
          },
          "old_secret_until": {
            "description": "Until when the secret before the last rotation signs too.",
            "oneOf": [
              {
                "$ref": "#/components/schemas/Timestamp"
              },
              {
                "type": "null"
              }
            ]
          },
          "pending_count": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 2147483647,
            "description": "Messages that wait for it."
          },
          "recent_deliveries": {
            "type": "array",
            "description": "Newest deliveries, newest first.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/WebhookDelivery"
            }
          }
        }
      },
      "WebhookWithSecret": {
        "description": "An endpoint with its secret, which no later answer shows.",
        "allOf": [
          {
            "$ref": "#/components/schemas/Webhook"
          },
          {
            "type": "object",
            "description": "The secret.",
            "required": [
              "secret"
            ],
            "properties": {
              "secret": {
                "type": "string",
                "description": "Shown this once: `whsec_` and base64 of 32 bytes.",
                "minLength": 38,
                "maxLength": 100,
                "pattern": "^whsec_[A-Za-z0-9+/=]+$"
              }
            }
          }
        ]
      },
      "WebhookList": {
        "type": "object",
        "description": "The endpoints of the account.",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "By `externalId`.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/Webhook"
            }
          }
        }
      },
      "WebhookMessage": {
        "type": "object",
        "description": "What an endpoint receives, in the form that Standard Webhooks recommends.",
        "required": [
          "type",
          "timestamp",
          "data"
        ],
        "properties": {
          "type": {
            "type": "string",
            "description": "The type of the event; `webhook.test` for a test, `customs_package.submitted` to a broker and `warehouse.notified` to a warehouse.",
            "maxLength": 100,
            "pattern": "^[A-Za-z0-9_.]+$"
          },
          "timestamp": {
            "description": "When it happened.",
            "$ref": "#/components/schemas/Timestamp"
          },
          "data": {
            "type": "object",
            "description": "Of an event: `export_id` and `event`.",
            "properties": {
              "export_id": {
                "$ref": "#/components/schemas/ExportId"
              },
              "event": {
                "$ref": "#/components/schemas/ExportEvent"
              }
            }
          }
        }
      },
      "PlacedEvent": {
        "type": "object",
        "description": "An event in the order in which the events of the account were committed.",
        "required": [
          "position",
          "export_id",
          "event"
        ],
        "properties": {
          "position": {
            "type": "integer",
            "format": "int64",
            "minimum": 1,
            "maximum": 9007199254740991,
            "description": "Rises with each event; numbers may be left out."
          },
          "export_id": {
            "$ref": "#/components/schemas/ExportId"
          },
          "event": {
            "$ref": "#/components/schemas/ExportEvent"
          }
        }
      },
      "EventFeed": {
        "type": "object",
        "description": "Events after a position.",
        "required": [
          "data",
          "next_after",
          "has_more"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Events in the order of `position`.",
            "maxItems": 500,
            "items": {
              "$ref": "#/components/schemas/PlacedEvent"
            }
          },
          "next_after": {
            "type": "integer",
            "format": "int64",
            "minimum": 0,
            "maximum": 9007199254740991,
            "description": "Ask for events after this `position` next."
          },
          "has_more": {
            "type": "boolean",
            "description": "More events are there already."
          }
        }
      },
      "DecimalText": {
        "type": "string",
        "description": "A decimal number as text, exact; amounts have two decimals, unit values up to four.",
        "maxLength": 40,
        "pattern": "^-?\\d+(\\.\\d+)?$",
        "examples": [
          "124.50"
        ]
      },
      "NullableDecimalText": {
        "description": "Null where it is not known.",
        "oneOf": [
          {
            "$ref": "#/components/schemas/DecimalText"
          },
          {
            "type": "null"
          }
        ]
      },
      "NullableText": {
        "description": "Null where the plan did not hold it.",
        "oneOf": [
          {
            "$ref": "#/components/schemas/LongText"
          },
          {
            "type": "null"
          }
        ]
      },
      "NullableParty": {
        "description": "Null where nothing is known of the party.",
        "oneOf": [
          {
            "$ref": "#/components/schemas/OpenObject"
          },
          {
            "type": "null"
          }
        ]
      },
      "InvoiceTotals": {
        "type": "object",
        "description": "Totals; sums of rounded line values.",
        "required": [
          "lineCount",
          "packageCount",
          "goodsValueUsd",
          "chargesUsd",
          "invoiceTotalUsd",
          "enteredValueUsd",
          "netWeightKg",
          "grossWeightKg"
        ],
        "properties": {
          "lineCount": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 1000000,
            "description": "Lines."
          },
          "packageCount": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 1000000,
            "description": "Packages."
          },
          "goodsValueUsd": {
            "$ref": "#/components/schemas/DecimalText"
          },
          "chargesUsd": {
            "$ref": "#/components/schemas/DecimalText"
          },
          "invoiceTotalUsd": {
            "$ref": "#/components/schemas/DecimalText"
          },
          "enteredValueUsd": {
            "$ref": "#/components/schemas/DecimalText"
          },
          "netWeightKg": {
            "$ref": "#/components/schemas/NullableDecimalText"
          },
          "grossWeightKg": {
            "$ref": "#/components/schemas/NullableDecimalText"
          }
        }
      },
      "PackageTotals": {
        "type": "object",
        "description": "Totals of the package; sums of its invoices.",
        "required": [
          "orderCount",
          "lineCount",
          "packageCount",
          "goodsValueUsd",
          "chargesUsd",
          "invoiceTotalUsd",
          "enteredValueUsd",
          "netWeightKg",
          "grossWeightKg"
        ],
        "properties": {
          "orderCount": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 20000,
            "description": "Orders."
          },
          "lineCount": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 1000000,
            "description": "Lines."
          },
          "packageCount": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 1000000,
            "description": "Packages."
          },
          "goodsValueUsd": {
            "$ref": "#/components/schemas/DecimalText"
          },
          "chargesUsd": {
            "$ref": "#/components/schemas/DecimalText"
          },
          "invoiceTotalUsd": {
            "$ref": "#/components/schemas/DecimalText"
          },
          "enteredValueUsd": {
            "$ref": "#/components/schemas/DecimalText"
          },
          "netWeightKg": {
            "$ref": "#/components/schemas/NullableDecimalText"
          },
          "grossWeightKg": {
            "$ref": "#/components/schemas/NullableDecimalText"
          }
        }
      },
      "PackageLine": {
        "type": "object",
        "description": "One line. Treatments are those of the plan, unchanged.",
        "required": [
          "lineNumber",
          "lineId",
          "productId",
          "description",
          "htsCode",
          "countryOfOrigin",
          "quantity",
          "unitValueUsd",
          "lineValueUsd",
          "trade_actions",
          "pga"
        ],
        "properties": {
          "lineNumber": {
            "type": "integer",
            "format": "int32",
            "minimum": 1,
            "maximum": 1000000,
            "description": "From 1 in its invoice."
          },
          "lineId": {
            "$ref": "#/components/schemas/Text"
          },
          "productId": {
            "$ref": "#/components/schemas/ProductId"
          },
          "sku": {
            "$ref": "#/components/schemas/NullableText"
          },
          "description": {
            "$ref": "#/components/schemas/NullableText"
          },
          "brand": {
            "$ref": "#/components/schemas/NullableText"
          },
          "model": {
            "$ref": "#/components/schemas/NullableText"
          },
          "htsCode": {
            "$ref": "#/components/schemas/NullableText"
          },
          "countryOfOrigin": {
            "$ref": "#/components/schemas/NullableText"
          },
          "quantity": {
            "$ref": "#/components/schemas/DecimalText"
          },
          "uom": {
            "$ref": "#/components/schemas/NullableText"
          },
          "customsQuantities": {
            "type": "array",
            "description": "Quantities in units of the tariff.",
            "maxItems": 4,
            "items": {
              "$ref": "#/components/schemas/OpenObject"
            }
          },
          "unitValueUsd": {
            "$ref": "#/components/schemas/DecimalText"
          },
          "lineValueUsd": {
            "description": "Quantity × unit value, rounded half up once.",
            "$ref": "#/components/schemas/DecimalText"
          },
          "customsValueUsd": {
            "$ref": "#/components/schemas/NullableDecimalText"
          },
          "unitPrice": {
            "$ref": "#/components/schemas/NullableParty"
          },
          "netWeightKg": {
            "$ref": "#/components/schemas/NullableDecimalText"
          },
          "grossWeightKg": {
            "$ref": "#/components/schemas/NullableDecimalText"
          },
          "lotOrSerial": {
            "$ref": "#/components/schemas/NullableText"
          },
          "manufacturer": {
            "$ref": "#/components/schemas/NullableParty"
          },
          "spi": {
            "$ref": "#/components/schemas/NullableText"
          },
          "ch99": {
            "type": "array",
            "description": "Chapter 99 headings that are declared or apply.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/Text"
            }
          },
          "metals": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "usContentPct": {
            "$ref": "#/components/schemas/NullableText"
          },
          "adcvdCases": {
            "type": "array",
            "description": "Cases of AD/CVD orders.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/Text"
            }
          },
          "trade_actions": {
            "type": "array",
            "description": "Trade actions as planned.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/TradeActionTreatment"
            }
          },
          "pga": {
            "type": "array",
            "description": "PGA treatment as planned.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/PgaTreatment"
            }
          },
          "declaredPga": {
            "type": "array",
            "description": "Declarations under programs that no rule of the plan looked at.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/OpenObject"
            }
          }
        }
      },
      "PackageInvoice": {
        "type": "object",
        "description": "The commercial invoice of one order.",
        "required": [
          "invoiceNumber",
          "invoiceDate",
          "orderId",
          "invoiceCurrency",
          "lines",
          "charges",
          "packages",
          "totals"
        ],
        "properties": {
          "invoiceNumber": {
            "$ref": "#/components/schemas/Text"
          },
          "invoiceDate": {
            "$ref": "#/components/schemas/Date"
          },
          "orderId": {
            "$ref": "#/components/schemas/OrderId"
          },
          "externalId": {
            "$ref": "#/components/schemas/NullableText"
          },
          "saleDate": {
            "$ref": "#/components/schemas/NullableText"
          },
          "incoterm": {
            "$ref": "#/components/schemas/NullableText"
          },
          "invoiceCurrency": {
            "$ref": "#/components/schemas/Text"
          },
          "relatedParty": {
            "type": [
              "boolean",
              "null"
            ],
            "description": "Null where it is not known."
          },
          "responsibleIndividual": {
            "$ref": "#/components/schemas/NullableText"
          },
          "language": {
            "$ref": "#/components/schemas/Text"
          },
          "seller": {
            "$ref": "#/components/schemas/NullableParty"
          },
          "buyer": {
            "$ref": "#/components/schemas/NullableParty"
          },
          "consignee": {
            "$ref": "#/components/schemas/NullableParty"
          },
          "lines": {
            "type": "array",
            "description": "Its lines.",
            "maxItems": 200,
            "items": {
              "$ref": "#/components/schemas/PackageLine"
            }
          },
          "charges": {
            "type": "array",
            "description": "Charges: type, amount, and whether the prices hold it.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/OpenObject"
            }
          },
          "assists": {
            "type": "array",
            "description": "Assists.",
            "maxItems": 100,
            "items": {
              "$ref": "#/components/schemas/OpenObject"
            }
          },
          "packages": {
            "type": "array",
            "description": "How it is packed.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/OpenObject"
            }
          },
          "totals": {
            "$ref": "#/components/schemas/InvoiceTotals"
          }
        }
      },
      "CustomsInvoice": {
        "type": "object",
        "description": "The customs package as one value (`cci_json`), of which every other file is a rendering.",
        "required": [
          "schema",
          "packageNumber",
          "customs_package_id",
          "exportId",
          "planHash",
          "issuedOn",
          "currency",
          "rulePack",
          "flags",
          "invoices",
          "findings",
          "totals"
        ],
        "properties": {
          "schema": {
            "type": "string",
            "const": "entrygo.cci/1",
            "description": "Form of this document."
          },
          "packageNumber": {
            "$ref": "#/components/schemas/Text"
          },
          "customs_package_id": {
            "$ref": "#/components/schemas/CustomsPackageId"
          },
          "exportId": {
            "$ref": "#/components/schemas/ExportId"
          },
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "issuedOn": {
            "$ref": "#/components/schemas/Date"
          },
          "currency": {
            "type": "string",
            "const": "USD",
            "description": "Currency of every amount."
          },
          "rulePack": {
            "$ref": "#/components/schemas/RulePackIdentity"
          },
          "flags": {
            "type": "array",
            "description": "Flags of the plan.",
            "maxItems": 200,
            "items": {
              "$ref": "#/components/schemas/Flag"
            }
          },
          "importer": {
            "$ref": "#/components/schemas/NullableParty"
          },
          "broker": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "shipFrom": {
            "$ref": "#/components/schemas/NullableParty"
          },
          "shipment": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "export_units": {
            "type": "array",
            "description": "How the orders are entered.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/ExportUnit"
            }
          },
          "invoices": {
            "type": "array",
            "description": "One for each order.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/PackageInvoice"
            }
          },
          "findings": {
            "type": "array",
            "description": "What somebody still has to look at.",
            "maxItems": 200000,
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "totals": {
            "$ref": "#/components/schemas/PackageTotals"
          }
        }
      },
      "PackingList": {
        "type": "object",
        "description": "What is in which package, without prices.",
        "required": [
          "schema",
          "packageNumber",
          "exportId",
          "planHash",
          "issuedOn",
          "orders",
          "totals"
        ],
        "properties": {
          "schema": {
            "type": "string",
            "const": "entrygo.packing_list/1",
            "description": "Form of this document."
          },
          "packageNumber": {
            "$ref": "#/components/schemas/Text"
          },
          "exportId": {
            "$ref": "#/components/schemas/ExportId"
          },
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "issuedOn": {
            "$ref": "#/components/schemas/Date"
          },
          "shipFrom": {
            "$ref": "#/components/schemas/NullableParty"
          },
          "shipment": {
            "$ref": "#/components/schemas/OpenObject"
          },
          "orders": {
            "type": "array",
            "description": "Orders with lines and packages.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/OpenObject"
            }
          },
          "totals": {
            "$ref": "#/components/schemas/OpenObject"
          }
        }
      },
      "ArtifactManifest": {
        "type": "object",
        "description": "Every other file of the package with size and SHA-256.",
        "required": [
          "schema",
          "packageNumber",
          "customs_package_id",
          "exportId",
          "planHash",
          "issuedOn",
          "rulePack",
          "files",
          "order_ids",
          "totals"
        ],
        "properties": {
          "schema": {
            "type": "string",
            "const": "entrygo.manifest/1",
            "description": "Form of this document."
          },
          "packageNumber": {
            "$ref": "#/components/schemas/Text"
          },
          "customs_package_id": {
            "$ref": "#/components/schemas/CustomsPackageId"
          },
          "exportId": {
            "$ref": "#/components/schemas/ExportId"
          },
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "issuedOn": {
            "$ref": "#/components/schemas/Date"
          },
          "rulePack": {
            "$ref": "#/components/schemas/RulePackIdentity"
          },
          "files": {
            "type": "array",
            "description": "The files.",
            "maxItems": 20,
            "items": {
              "$ref": "#/components/schemas/ManifestFile"
            }
          },
          "order_ids": {
            "type": "array",
            "description": "Included orders.",
            "maxItems": 20000,
            "items": {
              "$ref": "#/components/schemas/OrderId"
            }
          },
          "totals": {
            "$ref": "#/components/schemas/PackageTotals"
          }
        }
      },
      "ManifestFile": {
        "type": "object",
        "description": "One file.",
        "required": [
          "artifact_type",
          "filename",
          "media_type",
          "size",
          "sha256"
        ],
        "properties": {
          "artifact_type": {
            "$ref": "#/components/schemas/ArtifactType"
          },
          "filename": {
            "$ref": "#/components/schemas/Text"
          },
          "media_type": {
            "$ref": "#/components/schemas/Text"
          },
          "size": {
            "type": "integer",
            "format": "int32",
            "minimum": 0,
            "maximum": 2147483647,
            "description": "Bytes."
          },
          "sha256": {
            "$ref": "#/components/schemas/Sha256"
          }
        }
      },
      "OrdersSyncRequest": {
        "type": "object",
        "description": "Orders to upsert. All or nothing.",
        "additionalProperties": false,
        "required": [
          "accountId",
          "items"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "items": {
            "type": "array",
            "description": "Orders, each externalId once.",
            "minItems": 1,
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/OrderInput"
            }
          },
          "idempotencyKey": {
            "$ref": "#/components/schemas/IdempotencyKey"
          }
        }
      },
      "OrdersSyncResponse": {
        "type": "object",
        "description": "The stored orders in the order of the request.",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Orders.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/Order"
            }
          }
        }
      },
      "ProductsSyncRequest": {
        "type": "object",
        "description": "Products to upsert. All or nothing.",
        "additionalProperties": false,
        "required": [
          "accountId",
          "items"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "items": {
            "type": "array",
            "description": "Products, each externalId once.",
            "minItems": 1,
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/ProductInput"
            }
          },
          "idempotencyKey": {
            "$ref": "#/components/schemas/IdempotencyKey"
          }
        }
      },
      "ProductsSyncResponse": {
        "type": "object",
        "description": "The stored products in the order of the request.",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Products.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/Product"
            }
          }
        }
      },
      "WarehousesSyncRequest": {
        "type": "object",
        "description": "Warehouses to upsert. All or nothing.",
        "additionalProperties": false,
        "required": [
          "accountId",
          "items"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "items": {
            "type": "array",
            "description": "Warehouses, each externalId once.",
            "minItems": 1,
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/WarehouseInput"
            }
          },
          "idempotencyKey": {
            "$ref": "#/components/schemas/IdempotencyKey"
          }
        }
      },
      "WarehousesSyncResponse": {
        "type": "object",
        "description": "The stored warehouses in the order of the request.",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Warehouses.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/Warehouse"
            }
          }
        }
      },
      "BrokersSyncRequest": {
        "type": "object",
        "description": "Brokers to upsert. All or nothing.",
        "additionalProperties": false,
        "required": [
          "accountId",
          "items"
        ],
        "properties": {
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "items": {
            "type": "array",
            "description": "Brokers, each externalId once.",
            "minItems": 1,
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/BrokerInput"
            }
          },
          "idempotencyKey": {
            "$ref": "#/components/schemas/IdempotencyKey"
          }
        }
      },
      "BrokersSyncResponse": {
        "type": "object",
        "description": "The stored brokers in the order of the request.",
        "required": [
          "data"
        ],
        "properties": {
          "data": {
            "type": "array",
            "description": "Brokers.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/Broker"
            }
          }
        }
      },
      "Scope": {
        "type": "string",
        "enum": [
          "sync",
          "plan",
          "execute",
          "approve",
          "read",
          "admin"
        ],
        "description": "What a key may do."
      },
      "Health": {
        "type": "object",
        "description": "The key is good and the server serves.",
        "required": [
          "status",
          "service",
          "version",
          "contractVersion",
          "rulePack",
          "accountId",
          "scopes"
        ],
        "properties": {
          "status": {
            "type": "string",
            "enum": [
              "ok"
            ],
            "description": "Always ok; a server that is not fit answers 503."
          },
          "service": {
            "$ref": "#/components/schemas/Text"
          },
          "version": {
            "$ref": "#/components/schemas/Text"
          },
          "contractVersion": {
            "$ref": "#/components/schemas/Text"
          },
          "rulePack": {
            "$ref": "#/components/schemas/Text"
          },
          "accountId": {
            "$ref": "#/components/schemas/AccountId"
          },
          "scopes": {
            "type": "array",
            "description": "Scopes of the key.",
            "maxItems": 10,
            "items": {
              "$ref": "#/components/schemas/Scope"
            }
          },
          "screeningLists": {
            "type": "array",
            "description": "The lists that parties are compared with, as the operator loaded them at start. Empty when there are none.",
            "maxItems": 10,
            "items": {
              "$ref": "#/components/schemas/LoadedScreeningList"
            }
          },
          "quarantine": {
            "type": "boolean",
            "description": "True while the server serves a restored backup and neither executes nor sends. Absent otherwise."
          }
        }
      },
      "LoadedScreeningList": {
        "type": "object",
        "description": "A screening list that the server has loaded.",
        "required": [
          "name",
          "date",
          "dateSource",
          "entries"
        ],
        "properties": {
          "name": {
            "$ref": "#/components/schemas/Text"
          },
          "date": {
            "$ref": "#/components/schemas/Date"
          },
          "dateSource": {
            "type": "string",
            "enum": [
              "operator",
              "file"
            ],
            "description": "Where the date is from. `operator` is what the operator states; `file` is the day (UTC) of the file's last change."
          },
          "entries": {
            "type": "integer",
            "format": "int32",
            "description": "Persons and organisations on it.",
            "minimum": 0,
            "maximum": 2147483647
          }
        }
      },
      "ProbeStatus": {
        "type": "object",
        "description": "Answer of a probe.",
        "required": [
          "status"
        ],
        "properties": {
          "status": {
            "type": "string",
            "enum": [
              "ok",
              "unavailable"
            ],
            "description": "State."
          }
        }
      },
      "IssueCode": {
        "type": "string",
        "enum": [
          "invalid_type",
          "too_small",
          "too_big",
          "unrecognized_keys",
          "invalid_enum_value",
          "invalid_literal",
          "invalid_string",
          "invalid_date",
          "not_multiple_of",
          "custom",
          "duplicate",
          "unknown_reference"
        ],
        "description": "Kind of issue; the spelling is that of Zod 3."
      },
      "Issue": {
        "type": "object",
        "description": "One thing that is wrong with a request.",
        "required": [
          "path",
          "message",
          "code"
        ],
        "properties": {
          "path": {
            "description": "Dotted path of the property; empty for the body itself.",
            "type": "string",
            "maxLength": 500,
            "pattern": "^[^\\x00-\\x1f\\x7f]*$",
            "examples": [
              "items.0.quantity"
            ]
          },
          "message": {
            "$ref": "#/components/schemas/LongText"
          },
          "code": {
            "$ref": "#/components/schemas/IssueCode"
          }
        }
      },
      "ErrorDetails": {
        "type": "object",
        "description": "More about the refusal: `issues` with every validation error and 422; both hashes with the hash refusals; `rule_ids` with EXPORT_BLOCKED; `operation` and `at` with IDEMPOTENCY_CONFLICT.",
        "properties": {
          "issues": {
            "type": "array",
            "description": "Every issue.",
            "maxItems": 1000,
            "items": {
              "$ref": "#/components/schemas/Issue"
            }
          },
          "planHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "currentPlanHash": {
            "$ref": "#/components/schemas/PlanHash"
          },
          "rule_ids": {
            "type": "array",
            "description": "Rules that block.",
            "maxItems": 200,
            "items": {
              "$ref": "#/components/schemas/RuleId"
            }
          },
          "because": {
            "type": "array",
            "description": "Why an approval is needed.",
            "maxItems": 60,
            "items": {
              "$ref": "#/components/schemas/Text"
            }
          },
          "operation": {
            "$ref": "#/components/schemas/Text"
          },
          "at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "requiredScope": {
            "$ref": "#/components/schemas/Scope"
          }
        }
      },
      "ErrorCode": {
        "type": "string",
        "description": "Branch on the status, then on this; never on `message`.",
        "enum": [
          "INVALID_REQUEST",
          "VALIDATION_ERROR",
          "PAYLOAD_TOO_LARGE",
          "UNSUPPORTED_MEDIA_TYPE",
          "UNKNOWN_PRODUCT",
          "UNKNOWN_ORDER",
          "UNSUPPORTED_DESTINATION",
          "HEADERS_TOO_LARGE",
          "INVALID_API_KEY",
          "INVALID_ACCOUNT_SCOPE",
          "INSUFFICIENT_SCOPE",
          "EXPORT_NOT_FOUND",
          "NOT_FOUND",
          "METHOD_NOT_ALLOWED",
          "DRY_RUN_NOT_EXECUTABLE",
          "EXPORT_ALREADY_EXECUTED",
          "APPROVAL_REQUIRED",
          "EXPORT_BLOCKED",
          "IDEMPOTENCY_CONFLICT",
          "PLAN_STALE",
          "PLAN_HASH_MISMATCH",
          "REQUEST_TIMEOUT",
          "IDEMPOTENCY_IN_PROGRESS",
          "RATE_LIMITED",
          "UNAVAILABLE",
          "INTERNAL_ERROR"
        ]
      },
      "ErrorEnvelope": {
        "type": "object",
        "description": "Every refusal has this shape.",
        "required": [
          "errorCode",
          "message",
          "requestId",
          "retryable"
        ],
        "properties": {
          "errorCode": {
            "$ref": "#/components/schemas/ErrorCode"
          },
          "message": {
            "$ref": "#/components/schemas/LongText"
          },
          "field": {
            "description": "The first offending field.",
            "type": "string",
            "maxLength": 500,
            "pattern": "^[^\\x00-\\x1f\\x7f]*$"
          },
          "details": {
            "$ref": "#/components/schemas/ErrorDetails"
          },
          "requestId": {
            "$ref": "#/components/schemas/RequestId"
          },
          "retryable": {
            "type": "boolean",
            "description": "The same request with the same key may be sent again unchanged."
          }
        }
      },
      "Problem": {
        "type": "object",
        "description": "The same refusal as RFC 9457 problem details, sent when `Accept` prefers `application/problem+json`.",
        "required": [
          "type",
          "title",
          "status",
          "errorCode",
          "requestId",
          "retryable"
        ],
        "properties": {
          "type": {
            "type": "string",
            "format": "uri-reference",
            "description": "Page of the error code.",
            "maxLength": 200
          },
          "title": {
            "$ref": "#/components/schemas/Text"
          },
          "status": {
            "type": "integer",
            "format": "int32",
            "minimum": 400,
            "maximum": 599,
            "description": "HTTP status."
          },
          "detail": {
            "$ref": "#/components/schemas/LongText"
          },
          "errorCode": {
            "$ref": "#/components/schemas/ErrorCode"
          },
          "field": {
            "type": "string",
            "description": "The first offending field.",
            "maxLength": 500,
            "pattern": "^[^\\x00-\\x1f\\x7f]*$"
          },
          "details": {
            "$ref": "#/components/schemas/ErrorDetails"
          },
          "requestId": {
            "$ref": "#/components/schemas/RequestId"
          },
          "retryable": {
            "type": "boolean",
            "description": "The same request with the same key may be sent again unchanged."
          }
        }
      }
    }
  }
}
