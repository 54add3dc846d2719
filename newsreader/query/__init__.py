"""One language to find things by: `"defence pact" tag:treaty -kind:bookmark published:2024-06..`.

A query is read once (`parser`) into a condition (`conditions`) and asked of anything that is `Findable` (`matching`).
"""
