package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.Map;

/** Valid parts of OpenAPI documents that no Video operation has today. */
final class OddShapes {
  /** The rest of a document that describes a whole platform. */
  static final String REST_OF_PLATFORM =
      """
      info: {title: A platform, version: 1.0.0, license: {name: MIT, url: https://example.com}}
      tags: [{name: Rooms, description: All about rooms.}, {name: Fax, x-order: 2}]
      servers:
        - url: https://{space_name}.signalwire.com
          description: Where it is.
          variables: {space_name: {default: '{Your_Space_Name}', description: Yours.}}
      security: [{PlatformBasicAuth: []}]
      webhooks:
        faxArrived:
          post:
            operationId: fax_arrived
            requestBody:
              content:
                application/json: {schema: {$ref: '#/components/schemas/Fax.Fax'}}
            responses: {'200': {description: Fine.}}
      paths:
        /api/fax/faxes:
          get:
            operationId: list_faxes
            tags: [Fax]
            responses:
              '200':
                description: Fine.
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Fax.Fax'}}
        /api/fax/rooms/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
          delete:
            operationId: delete_fax_room
            security: [{PlatformTokenAuth: []}]
            responses: {'204': {description: Gone.}}
      components:
        schemas:
          Fax.Fax:
            type: object
            required: [pages]
            properties:
              pages: {type: array, items: {$ref: '#/components/schemas/Fax.Page'}}
          Fax.Page: {oneOf: [{type: string}, {type: object, properties: {text: {const: page}}}]}
        securitySchemes:
          PlatformBasicAuth: {type: http, scheme: Basic, description: Project and token.}
          PlatformTokenAuth: {type: http, scheme: Bearer, bearerFormat: opaque}
      """;

  private static final String DOCUMENT =
      """
      paths:
        /api/video/odd/trees/{tree}/{leaf}:
          summary: Trees.
          parameters:
            - {name: leaf, in: path, required: true, schema: {type: integer, format: int64, minimum: 1}}
            - {name: X-Trace, in: header, schema: {type: string, maxLength: 40}}
          get:
            operationId: get_tree
            tags: [Odd]
            parameters:
              - {name: tree, in: path, required: true, schema: {$ref: '#/components/schemas/uuid'}}
              - name: kinds
                in: query
                required: false
                schema:
                  type: array
                  minItems: 1
                  uniqueItems: true
                  items: {$ref: '#/components/schemas/Odd.Color'}
              - name: filter
                in: query
                style: deepObject
                explode: true
                schema: {type: object, properties: {from: {type: integer}, until: {type: integer}}}
              - name: where
                in: query
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Odd.Filter'}}
              - {name: flavor, in: cookie, schema: {type: string, enum: [sweet, sour, salty]}}
              - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}
            responses:
              '200':
                description: A tree.
                headers:
                  X-Left: {description: How many., required: true, schema: {type: integer, minimum: 0}}
                  ETag: {schema: {type: string}}
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Odd.Tree'}}
                  text/csv: {schema: {type: string}}
              '302': {description: Elsewhere., headers: {Location: {schema: {type: string}}}}
              4XX:
                description: No.
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Types.StatusCodes.StatusCode404'}}
              default: {description: Anything else.}
          patch:
            operationId: change_tree
            security: [{PlatformTokenAuth: []}, {PlatformBasicAuth: []}]
            servers: [{url: https://odd.signalwire.com}]
            deprecated: true
            parameters:
              - {name: tree, in: path, required: true, schema: {type: string}}
              - {name: X-Trace, in: header, required: true, schema: {type: string, maxLength: 20}}
            requestBody:
              description: Optional.
              content:
                application/json: {schema: {$ref: '#/components/schemas/Odd.Change'}}
                application/merge-patch+json: {schema: {type: object}}
                multipart/form-data:
                  schema:
                    type: object
                    required: [file]
                    properties: {file: {type: string, format: binary}, note: {type: string}}
            responses:
              '200':
                description: Fine.
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Odd.Shape'}}
              '202': {description: Later.}
          post:
            operationId: plant_tree
            security: []
            parameters: [{name: tree, in: path, required: true, schema: {type: string}}]
            requestBody:
              required: true
              content:
                application/json:
                  schema: {type: array, maxItems: 9, items: {$ref: '#/components/schemas/Odd.Node'}}
            responses:
              '201':
                description: Done.
                content:
                  application/json:
                    schema: {type: object, additionalProperties: {$ref: '#/components/schemas/Odd.Shape'}}
      components:
        schemas:
          Odd.Color: {type: string, enum: [red, green, blue], description: A color.}
          Odd.Filter:
            type: object
            minProperties: 1
            maxProperties: 3
            properties:
              color: {$ref: '#/components/schemas/Odd.Color'}
              one: {const: only}
              not_blue: {type: string, enum: [red, green], default: red}
          Odd.Tree:
            type: object
            required: [value, children, kind]
            properties:
              value: {type: number, multipleOf: 0.5, exclusiveMinimum: 0.5, maximum: 1000000}
              kind: {type: string, const: tree}
              parent: {anyOf: [{$ref: '#/components/schemas/Odd.Tree'}, {type: 'null'}]}
              children: {type: array, items: {$ref: '#/components/schemas/Odd.Tree'}}
              nodes: {type: object, additionalProperties: {$ref: '#/components/schemas/Odd.Node'}}
              shape: {allOf: [{$ref: '#/components/schemas/Odd.Shape'}], description: Any of two.}
              size: {anyOf: [{type: integer}, {type: string, maxLength: 8}, {type: 'null'}]}
              anything: {}
              whatever: true
              color: {type: [string, 'null'], enum: [red, green, null]}
              level: {type: integer, format: int32, enum: [1, 2, 3]}
              rate: {type: number, enum: [0.5, 1, 1.5]}
              mixed: {anyOf: [{anyOf: [{type: boolean}, {type: integer}]}, {type: 'null'}]}
              trace: {$ref: '#/components/schemas/uuid', description: Words beside a reference.}
          Odd.Unused: {type: object}
          Odd.Node:
            type: object
            properties:
              tree: {$ref: '#/components/schemas/Odd.Tree'}
              nodes:
                type: array
                items: {anyOf: [{$ref: '#/components/schemas/Odd.Node'}, {type: 'null'}]}
              id: {type: string, readOnly: true}
              secret: {allOf: [{$ref: '#/components/schemas/uuid'}], writeOnly: true}
              old: {type: string, deprecated: true}
          Odd.Shape:
            oneOf:
              - {$ref: '#/components/schemas/Odd.Circle'}
              - {$ref: '#/components/schemas/Odd.Square'}
            discriminator: {propertyName: shape}
          Odd.Circle:
            type: object
            required: [shape, radius]
            properties: {shape: {type: string, enum: [circle]}, radius: {type: number}}
          Odd.Square:
            type: object
            required: [shape]
            properties:
              shape: {type: string, enum: [square]}
              side: {type: number, minimum: 0}
              grid:
                type: array
                minItems: 1
                items: {type: array, maxItems: 3, items: {type: [number, 'null']}}
              corner: {type: array, prefixItems: [{type: number}, {type: number}], minItems: 2}
              labels: {type: object, additionalProperties: {type: [string, 'null'], maxLength: 20}}
              areas:
                type: object
                additionalProperties: {type: object, additionalProperties: {type: integer}}
          Odd.Change:
            allOf:
              - {$ref: '#/components/schemas/Odd.Named'}
              - type: object
                required: [$ref]
                properties:
                  $ref: {type: string, description: A field with this odd name.}
                  type: {type: string, enum: [object, array]}
                  enum: {type: array, items: {type: string, enum: [a, b]}}
                  nullable: {type: boolean}
                  required: {type: array, items: {type: string, minLength: 1}}
                  properties: {type: object, properties: {items: {type: integer, minimum: 0}}}
                  allOf: {type: array, items: {$ref: '#/components/schemas/Odd.Named'}}
                  x-note: {type: string}
                  example: {type: string, minLength: 2}
                  default: {type: [integer, 'null'], minimum: 1, maximum: 5}
                  description: {type: string}
                  bytes: {type: string, format: byte}
          Odd.Named:
            type: object
            required: [name]
            properties: {name: {type: string, pattern: '^[a-z]+$'}, title: {type: string}}
      """;

  static Map<String, Object> document() {
    return DocumentYaml.read(DOCUMENT);
  }

  private OddShapes() {}
}
