#!/usr/bin/env node
import './bin.cts'
